package org.chengshu.data.standard.door;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.data.standard.StandardOption;
import org.springframework.stereotype.Component;

@Component
final class FunctionSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(
                        StandardResource.FunctionView.class, "/api/data/v1/standards", "标准函数", "Standard functions")
                .with("名称", "Name", StandardResource.FunctionView::name)
                .with("标题", "Title", StandardResource.FunctionView::title)
                .with("说明", "Help", StandardResource.FunctionView::help)
                .with("示例", "Example", StandardResource.FunctionView::example)
                .with("选项", "Options", function -> function.options().stream()
                        .map(StandardOption::name)
                        .toList())
                .with("部分", "Parts", StandardResource.FunctionView::parts));
    }
}
