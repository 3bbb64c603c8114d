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
import org.chengshu.data.stored.RowsMode;
import org.chengshu.data.stored.StoredDataset;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.kernel.Ids;
import org.springframework.stereotype.Component;

/** Runs the rules of a dataset and keeps what they found: the run, its results, the findings. */
@Component
final class QualityRunner {
    // Rules that look at the time of day or at other datasets may say otherwise later.
    private static final Duration STILL_TRUE = Duration.ofHours(1);

    private final QualityRules rules;
    private final Counting counting;
    private final RunStore runs;
    private final FindingKeeper findings;
    private final FactRegistry registry;
    private final StoredDatasets stored;
    private final Owners owners;
    private final Transactions transactions;
    private final Clock clock;

    QualityRunner(
            QualityRules rules,
            Counting counting,
            RunStore runs,
            FindingKeeper findings,
            FactRegistry registry,
            StoredDatasets stored,
            Owners owners,
            Transactions transactions,
            Clock clock) {
        this.rules = rules;
        this.counting = counting;
        this.runs = runs;
        this.findings = findings;
        this.registry = registry;
        this.stored = stored;
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
        return keep(
                relation,
                new QualityRun(
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
                        Optional.empty(),
                        counted.results()));
    }

    /** Over what is current since a revision was promoted: what was counted before it was is not counted again. */
    QualityRun refreshed(String dataset, long revision) {
        Optional<RunView> before = areSameRows(dataset, revision)
                ? runs.ofLoad(dataset, revision)
                        .filter(run -> run.endedAt().isAfter(clock.instant().minus(STILL_TRUE)))
                : Optional.empty();
        return before.flatMap(run -> runs.results(run.id(), rules.list(dataset)).map(found -> told(run, found)))
                .map(run -> keep(registry.get(dataset), run))
                .orElseGet(() -> run(dataset, Cause.REFRESH, Optional.of(revision)));
    }

    // Where loads build on each other the rows of one are only a part of what is read.
    private boolean areSameRows(String dataset, long revision) {
        return stored.find(dataset)
                .filter(now -> now.definition().mode() == RowsMode.REPLACE)
                .flatMap(StoredDataset::revision)
                .filter(now -> now == revision)
                .isPresent();
    }

    private QualityRun told(RunView before, List<RuleResult> found) {
        Instant now = clock.instant();
        QualitySet set = rules.set(before.dataset());
        return new QualityRun(
                Ids.at(now),
                before.dataset(),
                owners.of(registry.get(before.dataset()).dataset(), set),
                Cause.REFRESH,
                before.load(),
                now,
                now,
                before.rows(),
                QualityRun.score(found),
                set.minimumScore(),
                0,
                Optional.of(before.id()),
                found);
    }

    private QualityRun keep(Published relation, QualityRun run) {
        transactions.run(() -> {
            runs.add(run);
            findings.take(run, relation);
        });
        return run;
    }
}
