package org.chengshu.data.quality;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.events.Outbox;
import org.chengshu.data.DataFinding;
import org.chengshu.data.FindingRaised;
import org.chengshu.data.FindingSettled;
import org.chengshu.data.registry.Published;
import org.chengshu.kernel.Ids;
import org.springframework.stereotype.Component;

/**
 * Turns what a run found into findings: raised, seen again, settled. A run over a load that is not promoted raises, but
 * does not settle; what it raised because its load was refused waits for a later load.
 */
@Component
final class FindingKeeper {
    private final FindingStore store;
    private final FindingEvidence evidence;
    private final Outbox outbox;

    FindingKeeper(FindingStore store, FindingEvidence evidence, Outbox outbox) {
        this.store = store;
        this.evidence = evidence;
        this.outbox = outbox;
    }

    /** In the run's transaction. */
    void take(QualityRun run, Published relation) {
        Map<String, DataFinding> there = new HashMap<>();
        store.lock(run.dataset()).forEach(finding -> there.put(finding.rule(), finding));
        for (RuleResult result : run.results()) {
            Optional<DataFinding> before =
                    Optional.ofNullable(there.remove(result.rule().id()));
            if (result.isOver() && (run.cause() != Cause.LOAD || run.isBelowMinimum())) {
                raise(run, result, before, relation);
            } else if (result.unfit().isEmpty() && run.cause() != Cause.LOAD && !result.isOver()) {
                before.filter(DataFinding::open)
                        .filter(finding -> isDue(finding, run))
                        .ifPresent(finding -> settle(finding, run, result.failing(), result.checked(), false));
            }
        }
        if (run.cause() != Cause.LOAD) {
            there.values().stream()
                    .filter(DataFinding::open)
                    .forEach(finding -> settle(finding, run, finding.failing(), finding.checked(), true));
        }
    }

    // A run over what is current proves nothing of the load that was refused.
    private boolean isDue(DataFinding finding, QualityRun run) {
        return store.awaitedLoad(finding.id())
                .map(refused -> run.load().filter(load -> load > refused).isPresent())
                .orElse(true);
    }

    private void raise(QualityRun run, RuleResult result, Optional<DataFinding> before, Published relation) {
        boolean fresh = before.filter(DataFinding::open).isEmpty();
        Instant at = run.endedAt();
        int times = before.map(DataFinding::raised).orElse(0) + (fresh ? 1 : 0);
        DataFinding finding = new DataFinding(
                before.map(DataFinding::id).orElseGet(() -> Ids.at(at)),
                run.dataset(),
                result.rule().id(),
                result.rule().kind().word(),
                result.rule().title(),
                result.rule().severity(),
                run.owner(),
                true,
                times,
                before.map(DataFinding::firstSeen).orElse(at),
                fresh ? at : before.orElseThrow().raisedAt(),
                at,
                Optional.empty(),
                Optional.empty(),
                run.id(),
                result.failing(),
                result.checked());
        store.put(finding, run.cause() == Cause.LOAD ? run.load() : Optional.empty());
        evidence.keep(finding, run.id(), result.rule(), relation);
        if (fresh) {
            outbox.emit(raised(finding, run.id()));
        }
    }

    private static FindingRaised raised(DataFinding finding, UUID run) {
        return new FindingRaised(
                finding.id(),
                finding.dataset(),
                finding.rule(),
                finding.kind(),
                finding.title(),
                finding.severity().level(),
                finding.raised(),
                run,
                finding.failing(),
                finding.checked(),
                finding.lastSeen());
    }

    /** When its rule is withdrawn the run is the last that failed. */
    private void settle(DataFinding finding, QualityRun run, long failing, long checked, boolean withdrawn) {
        store.put(settled(finding, run.endedAt(), run.id(), failing, checked), Optional.empty());
        outbox.emit(new FindingSettled(
                finding.id(),
                finding.dataset(),
                finding.rule(),
                withdrawn ? finding.lastRun() : run.id(),
                run.rows(),
                failing,
                checked,
                withdrawn,
                run.endedAt()));
    }

    private static DataFinding settled(DataFinding open, Instant at, UUID run, long failing, long checked) {
        return new DataFinding(
                open.id(),
                open.dataset(),
                open.rule(),
                open.kind(),
                open.title(),
                open.severity(),
                open.department(),
                false,
                open.raised(),
                open.firstSeen(),
                open.raisedAt(),
                open.lastSeen(),
                Optional.of(at),
                Optional.of(run),
                run,
                failing,
                checked);
    }
}
