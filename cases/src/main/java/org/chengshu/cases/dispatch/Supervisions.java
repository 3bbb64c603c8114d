package org.chengshu.cases.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.ActionRequest;
import org.chengshu.cases.handling.Actor;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseCompanion;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseMover;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.handling.Timeline.Deed;
import org.chengshu.cases.kinds.CaseKinds;
import org.chengshu.core.access.Duties;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.settings.Settings;
import org.chengshu.flow.CityCase;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Demands an answer about a case by a time, and lets go of it when a supervisor is content. One is open at a time. */
@Component
final class Supervisions implements CaseCompanion {
    private final DSLContext db;
    private final CaseStore store;
    private final CaseKinds kinds;
    private final CaseMover mover;
    private final DispatchNotices notices;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration answer;

    Supervisions(
            DSLContext db,
            CaseStore store,
            CaseKinds kinds,
            CaseMover mover,
            DispatchNotices notices,
            Transactions transactions,
            Settings settings,
            Clock clock) {
        this.db = db;
        this.store = store;
        this.kinds = kinds;
        this.mover = mover;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
        this.answer = Duration.ofHours(settings.get(DispatchSettings.ANSWER_HOURS));
    }

    /** What a supervisor demands. */
    record Demand(int level, String reason, Instant answerDue) {}

    void raise(CaseId id, Demand demand, Viewer viewer) {
        transactions.run(() -> {
            CaseFile file = store.lock(id, viewer.scope(CaseRights.SUPERVISE));
            if (file.closed()) {
                throw new Fault(CaseError.CASE_ALREADY_CLOSED, file.number() + " is closed");
            }
            if (open(id)) {
                throw new Fault(CaseError.CASE_SUPERVISION_NOT_NOW, file.number() + " is supervised already");
            }
            if (!demand.answerDue().isAfter(clock.instant())) {
                throw new Fault(CaseError.CASE_SUPERVISION_WRONG, "answerDue lies in the past");
            }
            insert(file, demand, Actor.of(viewer));
        });
    }

    /** Does nothing when the case is supervised already. */
    void raiseByItself(CaseFile file, String reason) {
        if (!open(file.id())) {
            insert(file, new Demand(1, reason, clock.instant().plus(answer)), Actor.PLATFORM);
        }
    }

    private boolean open(CaseId id) {
        return !db.fetch("select 1 from cs_cases.case_supervision where case_id = ? and state <> 'closed'", id.value())
                .isEmpty();
    }

    private void insert(CaseFile file, Demand demand, Actor by) {
        Instant now = clock.instant();
        UUID id = Ids.at(now);
        db.execute(
                """
                insert into cs_cases.case_supervision (
                    id, case_id, level, reason, origin, state, raised_at, raised_by, answer_due)
                values (?, ?, ?, ?, ?, 'open', cast(? as timestamptz), ?, cast(? as timestamptz))
                """,
                id,
                file.id().value(),
                demand.level(),
                demand.reason(),
                by.personId().isPresent() ? "person" : "platform",
                now,
                by.person().orElse(null),
                demand.answerDue());
        mover.note(
                file,
                Deed.of(CaseAction.SUPERVISED, by, now)
                        .noting(Optional.of(demand.reason()))
                        .with(Map.of(
                                "level",
                                demand.level(),
                                "answerDue",
                                demand.answerDue().toString())));
        notices.supervised(file, id, demand.reason());
    }

    /** The department's answer; while nobody leads the case whoever dispatches it answers. */
    void answer(CaseId of, UUID id, String words, Viewer viewer) {
        transactions.run(() -> {
            CaseFile file = store.lock(of, viewer.scope(CaseRights.READ));
            get(of, id, "open");
            if (!answers(file, viewer)) {
                throw new Fault(
                        CaseError.CASE_NOT_YOURS,
                        file.department().map(code -> "it belongs to " + code).orElse("whoever dispatches it answers"));
            }
            db.execute("""
                    update cs_cases.case_supervision
                       set state = 'answered', answer = ?, answered_at = cast(? as timestamptz), answered_by = ?,
                           answered_by_id = ?
                     where id = ?
                    """, words, clock.instant(), viewer.displayName(), viewer.accountId(), id);
            note(file, CaseAction.SUPERVISION_ANSWERED, words, viewer);
        });
    }

    /** Content with the answer, or not: then another answer is due by that time. Nobody judges his own answer. */
    void judge(CaseId of, UUID id, Optional<Instant> again, String words, Viewer viewer) {
        transactions.run(() -> {
            CaseFile file = store.lock(of, viewer.scope(CaseRights.SUPERVISE));
            Record row = get(of, id, "answered");
            Duties.of(Text.of("办结督办", "judge this answer"))
                    .notBy(Text.of("答复人", "whoever answered"), Set.of(row.get("answered_by_id", UUID.class)))
                    .require(viewer);
            if (again.isPresent()) {
                if (!again.get().isAfter(clock.instant())) {
                    throw new Fault(CaseError.CASE_SUPERVISION_WRONG, "answerDue lies in the past");
                }
                db.execute("""
                        update cs_cases.case_supervision
                           set state = 'open', refused = refused + 1, answer_due = cast(? as timestamptz) where id = ?
                        """, again.get(), id);
                note(file, CaseAction.SUPERVISION_RESUMED, words, viewer);
                notices.supervised(file, id, words);
            } else {
                end(id, words, viewer);
                note(file, CaseAction.SUPERVISION_CLOSED, words, viewer);
            }
        });
    }

    /** What the viewer may do about the supervision of the case now, by its id; what begins one stands under the case's own. */
    Map<UUID, List<String>> actions(CaseFile file, Viewer viewer) {
        Map<UUID, List<String>> possible = new HashMap<>();
        boolean supervises = viewer.scope(CaseRights.SUPERVISE).contains(file.areaPath(), file.departmentPath());
        if (supervises && !file.closed() && !open(file.id())) {
            possible.put(file.id().value(), List.of("supervise"));
        }
        for (Record row : db.fetch(
                "select * from cs_cases.case_supervision where case_id = ? and state <> 'closed'",
                file.id().value())) {
            boolean answered = row.get("state", String.class).equals("answered");
            if (!answered && answers(file, viewer)) {
                possible.put(row.get("id", UUID.class), List.of("answer"));
            }
            if (answered && supervises && !viewer.accountId().equals(row.get("answered_by_id", UUID.class))) {
                possible.put(row.get("id", UUID.class), List.of("close", "refuse"));
            }
        }
        return possible;
    }

    private static boolean answers(CaseFile file, Viewer viewer) {
        return CaseRights.leads(file, viewer) || (file.department().isEmpty() && CaseRights.dispatches(file, viewer));
    }

    /** While a person's demand stands nobody closes the case past it, except by override; a sensor's or a check's proof does. */
    @Override
    public Optional<Fault> objects(CaseFile file, ActionRequest request, Viewer viewer) {
        boolean closes =
                switch (request.action()) {
                    case CLOSE, MERGED -> true;
                    case HANDLED -> !kinds.get(file.kind()).stages().contains(CityCase.VERIFY);
                    default -> false;
                };
        return closes && demanded(file.id())
                ? Optional.of(new Fault(CaseError.CASE_SUPERVISED, file.number() + " is supervised"))
                : Optional.empty();
    }

    private boolean demanded(CaseId id) {
        return !db.fetch(
                        "select 1 from cs_cases.case_supervision where case_id = ? and state <> 'closed' and origin = 'person'",
                        id.value())
                .isEmpty();
    }

    private void end(UUID id, String words, Viewer viewer) {
        db.execute("""
                update cs_cases.case_supervision
                   set state = 'closed', ended_at = cast(? as timestamptz), ended_by = ?, ending = ? where id = ?
                """, clock.instant(), viewer.displayName(), words, id);
    }

    private void note(CaseFile file, CaseAction action, String words, Viewer viewer) {
        mover.note(file, Deed.of(action, Actor.of(viewer), clock.instant()).noting(Optional.of(words)));
    }

    private Record get(CaseId of, UUID id, String state) {
        Record row =
                db
                        .fetch("select * from cs_cases.case_supervision where id = ? and case_id = ?", id, of.value())
                        .stream()
                        .findFirst()
                        .orElseThrow(() -> new Fault(CaseError.CASE_SUPERVISION_UNKNOWN, "no supervision " + id));
        if (!row.get("state", String.class).equals(state)) {
            throw new Fault(CaseError.CASE_SUPERVISION_NOT_NOW, "it is " + row.get("state", String.class));
        }
        return row;
    }
}
