package org.chengshu.cases.check;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.handling.Actor;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseClosing;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseMover;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.handling.Timeline;
import org.chengshu.cases.handling.Timeline.Deed;
import org.chengshu.cases.kinds.CaseKinds;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.kernel.geo.Datums;
import org.springframework.stereotype.Component;

/** What people do with checks. Each deed is one transaction under the case's lock. */
@Component
final class CheckDesk {
    /** After so many calls in vain nobody is asked any more. */
    static final int TRIES = 3;

    private final CheckStore store;
    private final CaseStore cases;
    private final CaseKinds kinds;
    private final CaseMover mover;
    private final CaseClosing closing;
    private final FalseClosures falseClosures;
    private final Timeline timeline;
    private final Transactions transactions;
    private final Clock clock;

    CheckDesk(
            CheckStore store,
            CaseStore cases,
            CaseKinds kinds,
            CaseMover mover,
            CaseClosing closing,
            FalseClosures falseClosures,
            Timeline timeline,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.kinds = kinds;
        this.mover = mover;
        this.closing = closing;
        this.falseClosures = falseClosures;
        this.timeline = timeline;
        this.transactions = transactions;
        this.clock = clock;
    }

    void take(UUID id, Viewer viewer) {
        transactions.run(() -> {
            mine(id, viewer);
            store.take(id, viewer);
        });
    }

    /** Faults unless the viewer may answer it now. */
    void requireMine(UUID id, Viewer viewer) {
        transactions.run(() -> mine(id, viewer));
    }

    void answer(UUID id, CheckAnswer.Body body, Viewer viewer) {
        transactions.run(() -> {
            Held held = mine(id, viewer);
            CheckAnswer answer = CheckAnswer.read(body, held.task().way());
            if (!answer.reached()) {
                missed(held, answer, viewer);
            } else if (answer.passed()) {
                passed(held, answer, viewer);
            } else {
                failed(held, answer, viewer);
            }
        });
    }

    // The case is locked before the check is read for good, as whoever moves the case does.
    private Held mine(UUID id, Viewer viewer) {
        CaseFile file = cases.lock(store.get(id).caseId(), viewer.scope(CaseRights.READ));
        CheckTask task = store.get(id);
        CheckRules.refusal(task, file, viewer).ifPresent(refusal -> {
            throw refusal;
        });
        CheckRules.duties(
                        task,
                        timeline.peopleWho(file.id(), CheckRules.handling()),
                        timeline.peopleWho(file.id(), CheckRules.closing()))
                .require(viewer);
        return new Held(task, file);
    }

    private void missed(Held held, CheckAnswer answer, Viewer viewer) {
        Instant now = clock.instant();
        int tries = store.tried(held.task().id(), viewer, answer.note(), now);
        Deed deed = deed(CaseAction.CHECK_MISSED, held, answer, viewer, Map.of("tries", tries));
        if (tries < TRIES) {
            mover.note(held.file(), deed);
        } else {
            store.end(held.task().id(), CheckState.UNREACHED, answer, Optional.empty(), viewer, now);
            settle(held, deed);
        }
    }

    private void passed(Held held, CheckAnswer answer, Viewer viewer) {
        end(held, CheckState.PASSED, answer, viewer);
        settle(held, deed(CaseAction.CHECK_PASSED, held, answer, viewer, Map.of()));
    }

    private void settle(Held held, Deed deed) {
        CaseFile file = held.file();
        List<CheckTask> round = store.round(file);
        CheckOutcome outcome = held.task().cause() == CheckCause.SAMPLE
                ? CheckOutcome.WAIT
                : CheckOutcome.of(round.stream().map(CheckTask::state).toList(), file.verifiedByCheck());
        switch (outcome) {
            case WAIT -> mover.note(file, deed);
            case CLOSE -> {
                UUID proof = round.stream()
                        .filter(task -> task.state() == CheckState.PASSED)
                        .map(CheckTask::id)
                        .findFirst()
                        .orElseThrow();
                closing.closeByCheck(file, kinds.get(file.kind()), deed, proof);
            }
            case LEAVE_TO_OFFICER ->
                mover.leaveToOfficer(
                        mover.note(file, deed),
                        Deed.of(CaseAction.LEFT_TO_OFFICER, Actor.PLATFORM, deed.at())
                                .with(Map.of("because", "not-reached")));
        }
    }

    private void failed(Held held, CheckAnswer answer, Viewer viewer) {
        end(held, CheckState.FAILED, answer, viewer);
        Deed deed = deed(CaseAction.CHECK_FAILED, held, answer, viewer, Map.of());
        if (held.task().cause() == CheckCause.SAMPLE) {
            falseClosures.reopen(mover.note(held.file(), deed), held.task(), deed);
        } else {
            CaseFile back = mover.backToWork(held.file(), kinds.get(held.file().kind()), deed);
            store.lapse(back, deed.at());
        }
    }

    private void end(Held held, CheckState state, CheckAnswer answer, Viewer viewer) {
        store.end(held.task().id(), state, answer, metres(held, answer), viewer, clock.instant());
    }

    private static Optional<Integer> metres(Held held, CheckAnswer answer) {
        return answer.position().flatMap(here -> held.file().position().map(there ->
                (int) Math.round(Datums.metresBetween(here, there))));
    }

    private Deed deed(CaseAction action, Held held, CheckAnswer answer, Viewer viewer, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("check", held.task().id().toString());
        values.put("way", held.task().way().word());
        values.put("cause", held.task().cause().word());
        answer.score().ifPresent(score -> values.put("score", score));
        metres(held, answer).ifPresent(metres -> values.put("metres", metres));
        return Deed.of(action, Actor.of(viewer), clock.instant())
                .noting(answer.note())
                .with(values);
    }

    private record Held(CheckTask task, CaseFile file) {}
}
