package org.chengshu.data.lineage;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.data.FieldUse;
import org.springframework.stereotype.Component;

@Component
final class LineageSheets implements SheetSource {
    private static final String PATH = "/api/data/v1/lineage";

    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(impact(), changes());
    }

    private static ListSheet<FieldUse.User> impact() {
        return ListSheet.of(FieldUse.User.class, PATH + "/impact", "影响分析", "What breaks")
                .with("种类", "Kind", FieldUse.User::kind)
                .with("编号", "Id", FieldUse.User::id)
                .with("名称", "Title", FieldUse.User::title)
                .with("负责", "Owner", FieldUse.User::owner)
                .with("涉及的数据项", "Fields", FieldUse.User::fields)
                .with("相隔步数", "Steps away", FieldUse.User::distance)
                .with("仅因停更而过期", "Only grows stale", FieldUse.User::stale);
    }

    private static ListSheet<LineageResource.Change> changes() {
        return ListSheet.of(LineageResource.Change.class, PATH + "/changes", "血缘变化", "Changes of lineage")
                .with("时间", "Time", LineageResource.Change::at);
    }
}
