package org.chengshu.data.quality;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.db.Transactions;
import org.chengshu.data.registry.FactRegistry;
import org.chengshu.data.registry.Published;
import org.chengshu.data.rule.QualityRule;
import org.chengshu.data.rule.QualityRules;
import org.chengshu.data.rule.QualitySet;
import org.chengshu.kernel.Ids;
import org.springframework.stereotype.Component;

/** Runs the rules of a dataset and keeps what they found: the run, its results, the findings. */
@Component
final class QualityRunner {
    private final QualityRules rules;
    private final Counting counting;
    private final RunStore runs;
    private final FindingKeeper findings;
    private final FactRegistry registry;
    private final Owners owners;
    private final Transactions transactions;
    private final Clock clock;

    QualityRunner(
            QualityRules rules,
            Counting counting,
            RunStore runs,
            FindingKeeper findings,
            FactRegistry registry,
            Owners owners,
            Transactions transactions,
            Clock clock) {
        this.rules = rules;
        this.counting = counting;
        this.runs = runs;
        this.findings = findings;
        this.registry = registry;
        this.owners = owners;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Over what is current. */
    QualityRun run(String dataset, Cause cause, Optional<Long> load) {
        return run(registry.get(dataset), cause, load);
    }

    /** Over a relation that holds rows of the dataset. */
    QualityRun run(Published relation, Cause cause, Optional<Long> load) {
        String dataset = relation.dataset().id();
        List<QualityRule> held = rules.list(dataset);
        QualitySet set = rules.set(dataset);
        Instant start = clock.instant();
        Counting.Counted counted = counting.count(held, relation);
        Instant end = clock.instant();
        QualityRun run = new QualityRun(
                Ids.at(start),
                dataset,
                owners.of(relation.dataset(), set),
                cause,
                load,
                start,
                end,
                counted.rows(),
                QualityRun.score(counted.results()),
                set.minimumScore(),
                Duration.between(start, end).toMillis(),
                counted.results());
        transactions.run(() -> {
            runs.add(run);
            findings.take(run, relation);
        });
        return run;
    }
}
