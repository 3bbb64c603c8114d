package org.chengshu.cases.history;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
final class HistorySheets implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(
                        RefusedPast.class,
                        "/api/cases/v1/histories/{id}/refused",
                        "未导入的历史案件",
                        "Refused cases of history")
                .with("案件号", "Number", RefusedPast::number)
                .with("原因", "Reason", RefusedPast::reason));
    }
}
