package org.chengshu.data.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengshu.data.load.LoadCheck;
import org.chengshu.data.load.LoadFault;
import org.chengshu.data.load.StagedLoad;
import org.chengshu.data.registry.FactRegistry;
import org.chengshu.data.registry.Published;
import org.chengshu.data.rule.QualityRules;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Asks the rules about the rows of a load before they are promoted; below the minimum score they are not. */
@Component
final class QualityGate implements LoadCheck {
    private static final String NAME = "quality";

    private final QualityRules rules;
    private final QualityRunner runner;
    private final FactRegistry registry;

    QualityGate(QualityRules rules, QualityRunner runner, FactRegistry registry) {
        this.rules = rules;
        this.runner = runner;
        this.registry = registry;
    }

    @Override
    public List<LoadFault> check(StagedLoad load) {
        String dataset = load.dataset().id();
        Optional<Published> current = registry.find(dataset);
        if (current.isEmpty() || rules.list(dataset).isEmpty()) {
            return List.of();
        }
        Published staged = new Published(current.get().dataset(), load.schema(), load.table());
        QualityRun run = runner.run(staged, Cause.LOAD, Optional.of((long) load.number()));
        List<LoadFault> faults = new ArrayList<>();
        if (run.isBelowMinimum()) {
            faults.add(belowMinimum(run));
        }
        run.results().stream()
                .filter(RuleResult::isOver)
                .map(QualityGate::failing)
                .forEach(faults::add);
        return faults;
    }

    private static LoadFault belowMinimum(QualityRun run) {
        String score = String.format(Locale.ROOT, "%.1f", run.score().orElseThrow());
        String least = String.format(Locale.ROOT, "%.1f", run.minimumScore().orElseThrow());
        return new LoadFault(
                NAME,
                Text.of(
                        "质量得分 " + score + " 低于最低得分 " + least,
                        "its quality score " + score + " is below the minimum " + least),
                0,
                true);
    }

    private static LoadFault failing(RuleResult result) {
        Text title = result.rule().title();
        String counts = result.failing() + " / " + result.checked();
        return new LoadFault(
                NAME,
                Text.of(title.zh() + "：" + counts + " 不合格", title.en() + ": " + counts + " fail"),
                result.failing(),
                false);
    }
}
