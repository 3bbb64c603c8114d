package org.chengshu.sense.rulebook;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
final class RuleSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(RuleView.class, "/api/sense/v1/rules", "规则", "Rules")
                .with("编号", "Id", RuleView::id)
                .with("名称", "Title", RuleView::title)
                .with("产品", "Product", RuleView::product)
                .with("级别", "Severity", RuleView::severity)
                .with("触发条件", "When", RuleView::condition)
                .with("持续", "For", RuleView::lasting)
                .with("解除条件", "Clear", RuleView::clear)
                .with("启用", "Enabled", RuleView::enabled));
    }
}
