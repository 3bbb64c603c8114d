package org.chengshu.cases.check;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.Actor;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseMover;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.handling.Timeline.Deed;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.CaseKinds;
import org.chengshu.cases.kinds.CheckPlan;
import org.chengshu.cases.kinds.CheckWay;
import org.chengshu.core.db.Transactions;
import org.chengshu.flow.CityCase;
import org.springframework.stereotype.Component;

/** Asks for checks when cases come to be verified or are drawn for a sample, and lets them lapse when cases move on. */
@Component
final class CheckStarter {
    private final CaseStore cases;
    private final CaseKinds kinds;
    private final CaseMover mover;
    private final CheckStore store;
    private final Reporters reporters;
    private final SampleDraw draw;
    private final Transactions transactions;
    private final Clock clock;

    CheckStarter(
            CaseStore cases,
            CaseKinds kinds,
            CaseMover mover,
            CheckStore store,
            Reporters reporters,
            SampleDraw draw,
            Transactions transactions,
            Clock clock) {
        this.cases = cases;
        this.kinds = kinds;
        this.mover = mover;
        this.store = store;
        this.reporters = reporters;
        this.draw = draw;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The case has moved: what asked about it as it was lapses, and what is to be asked now is. */
    void moved(CaseId id, String kindId) {
        CheckPlan plan = kinds.get(kindId).checks();
        if (plan.ways().isEmpty() && plan.share() == 0) {
            return;
        }
        transactions.run(() -> {
            CaseFile file = cases.lock(id);
            store.lapse(file, clock.instant());
            if (file.stage().equals(CityCase.VERIFY) && !file.verifiedByRun()) {
                verify(file, kinds.get(file.kind()));
            }
        });
    }

    private void verify(CaseFile file, CaseKind kind) {
        boolean asked = !store.round(file).isEmpty();
        CaseFile here = file;
        for (CheckWay way : kind.checks().ways()) {
            Optional<UUID> report = way == CheckWay.CALLBACK ? reporters.toCall(file.id()) : Optional.empty();
            if (way == CheckWay.GRID || report.isPresent()) {
                here = ask(here, way, CheckCause.VERIFY, Optional.empty(), report);
                asked = true;
            }
        }
        if (!asked && here.verifiedByCheck()) {
            mover.leaveToOfficer(
                    here, deed(CaseAction.LEFT_TO_OFFICER, clock.instant(), Map.of("because", "nobody-to-call")));
        }
    }

    void closed(CaseId id, String kindId, UUID closure) {
        CaseKind kind = kinds.get(kindId);
        if (!draw.draws(id, kind.checks().share())) {
            return;
        }
        transactions.run(() -> {
            CaseFile file = cases.lock(id);
            if (file.closed() && !file.historical()) {
                sample(file, kind, closure);
            }
        });
    }

    // Nobody can be called of a case that no named person reported, so somebody goes there.
    private void sample(CaseFile file, CaseKind kind, UUID closure) {
        Optional<UUID> report =
                kind.checks().sampledBy() == CheckWay.CALLBACK ? reporters.toCall(file.id()) : Optional.empty();
        CheckWay way = report.isPresent() ? CheckWay.CALLBACK : CheckWay.GRID;
        ask(file, way, CheckCause.SAMPLE, Optional.of(closure), report);
    }

    private CaseFile ask(CaseFile file, CheckWay way, CheckCause cause, Optional<UUID> closure, Optional<UUID> report) {
        Instant now = clock.instant();
        if (!store.ask(file, way, cause, closure, report, now)) {
            return file;
        }
        CaseAction action = cause == CheckCause.SAMPLE ? CaseAction.SAMPLED : CaseAction.CHECK_ASKED;
        return mover.note(file, deed(action, now, Map.of("way", way.word())));
    }

    private static Deed deed(CaseAction action, Instant now, Map<String, Object> values) {
        return Deed.of(action, Actor.PLATFORM, now).with(values);
    }
}
