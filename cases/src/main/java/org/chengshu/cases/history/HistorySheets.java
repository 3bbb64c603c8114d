package org.chengshu.cases.history;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
final class HistorySheets implements SheetSource {
    private static final String PATH = "/api/cases/v1/histories";

    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(
                ListSheet.of(HistoryResource.HistoryItem.class, PATH, "历史案件来源", "Histories of cases")
                        .with("编号", "Id", HistoryResource.HistoryItem::id)
                        .with("名称", "Title", HistoryResource.HistoryItem::title)
                        .with("数据集", "Dataset", HistoryResource.HistoryItem::dataset)
                        .with("案件类型", "Kind", HistoryResource.HistoryItem::kind),
                ListSheet.of(RefusedPast.class, PATH + "/{id}/refused", "未导入的历史案件", "Refused cases of history")
                        .with("案件号", "Number", RefusedPast::number)
                        .with("原因", "Reason", RefusedPast::reason));
    }
}
