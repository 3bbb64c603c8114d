package org.chengshu.core.notices.internal.rules;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.notices.Channel;
import org.chengshu.kernel.Text;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NoticeRuleController {
    private final NoticeRuleStore store;

    NoticeRuleController(NoticeRuleStore store) {
        this.store = store;
    }

    record QuietView(LocalTime from, LocalTime to, int through) {}

    record StepView(Duration after, List<Map<String, String>> to) {}

    record RuleView(
            String id,
            Text title,
            String pack,
            String matter,
            int severity,
            Optional<String> area,
            Map<String, Set<String>> where,
            Set<Channel> channels,
            Set<Channel> mandatory,
            Optional<QuietView> quiet,
            List<StepView> steps) {}

    @GetMapping("/api/core/v1/notice-rules")
    @Access(value = "core:notices", audit = Access.NOT_AUDITED)
    CursorPage<RuleView> list() {
        return new CursorPage<>(
                store.list().stream().map(NoticeRuleController::view).toList(), Optional.empty());
    }

    private static RuleView view(NoticeRuleStore.Brought brought) {
        NoticeRule rule = brought.rule();
        return new RuleView(
                rule.id(),
                rule.title(),
                brought.pack(),
                rule.matter(),
                rule.severity(),
                rule.area(),
                new TreeMap<>(rule.where()),
                rule.channels(),
                rule.mandatory(),
                rule.quiet()
                        .map(quiet -> new QuietView(
                                quiet.hours().from(), quiet.hours().to(), quiet.through())),
                rule.steps().stream().map(NoticeRuleController::view).toList());
    }

    private static StepView view(NoticeRule.Step step) {
        return new StepView(
                step.after(),
                step.to().stream()
                        .map(to -> Map.of(to.kind().word(), to.value()))
                        .toList());
    }
}
