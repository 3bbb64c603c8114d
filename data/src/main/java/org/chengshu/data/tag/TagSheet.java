package org.chengshu.data.tag;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
final class TagSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(TagView.class, "/api/data/v1/tags", "业务标签", "Business tags")
                .with("编号", "Id", TagView::id)
                .with("名称", "Title", TagView::title)
                .with("分组", "Group", TagView::group)
                .with("数据资源", "Dataset", TagView::dataset)
                .with("公式", "Formula", TagView::formula)
                .with("有标签的行", "Rows", tag -> tag.lastRun().flatMap(TagRun::rows))
                .with("上次计算", "Last run", tag -> tag.lastRun().map(TagRun::startedAt))
                .with("三十天使用次数", "Reads in 30 days", tag -> tag.use().map(TagUse::reads))
                .with("上次使用", "Last use", tag -> tag.use().map(TagUse::lastAt))
                .with("配置包", "Pack", TagView::pack));
    }
}
