package org.chengshu.core.notices.internal.rules;

import java.util.List;
import java.util.stream.Collectors;
import org.chengshu.core.notices.internal.rules.NoticeRuleController.RuleView;
import org.chengshu.core.notices.internal.rules.NoticeRuleController.StepView;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
class NoticeRuleSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(RuleView.class, "/api/core/v1/notice-rules", "通知规则", "Notice rules")
                .with("规则", "Title", RuleView::title)
                .with("编号", "Id", RuleView::id)
                .with("配置包", "Pack", RuleView::pack)
                .with("事项", "Matter", RuleView::matter)
                .with("最低级别", "Severity from", RuleView::severity)
                .with("区域", "Area", RuleView::area)
                .with("渠道", "Channels", RuleView::channels)
                .with("步骤", "Steps", rule -> rule.steps().stream()
                        .map(NoticeRuleSheet::words)
                        .collect(Collectors.joining("; "))));
    }

    private static String words(StepView step) {
        return step.after() + ": " + step.to().stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
