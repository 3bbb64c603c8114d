package org.chengshu.cases.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.flow.CityCase;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * Supporting departments, each with a task of its own. The lead reports a case handled when none of them waits any more, or
 * says why it does not wait; what was open is then released.
 */
@Component
final class SupportTasks implements CaseCompanion {
    private final DSLContext db;
    private final CaseStore store;
    private final CaseMover mover;
    private final Organisations organisations;
    private final DispatchNotices notices;
    private final Transactions transactions;
    private final Clock clock;

    SupportTasks(
            DSLContext db,
            CaseStore store,
            CaseMover mover,
            Organisations organisations,
            DispatchNotices notices,
            Transactions transactions,
            Clock clock) {
        this.db = db;
        this.store = store;
        this.mover = mover;
        this.organisations = organisations;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is asked of a supporting department; {@code share} is the part of the time left to the lead, in percent. */
    record Wish(String department, String words, Optional<Integer> share) {}

    /** Asks a department for support; whoever dispatches or leads the case may. */
    UUID ask(CaseId id, Wish wish, Viewer viewer) {
        return transactions.call(() -> {
            CaseFile file = store.lock(id, viewer.scope(CaseRights.READ));
            if (!CaseRights.dispatches(file, viewer) && !CaseRights.leads(file, viewer)) {
                throw new Fault(CaseError.CASE_NOT_YOURS, "only its lead or whoever dispatches it asks for support");
            }
            Organisation department = organisations
                    .find(wish.department())
                    .orElseThrow(() -> new Fault(
                            CaseError.CASE_DEPARTMENT_WRONG, "there is no organisation " + wish.department()));
            check(file, department);
            UUID task = insert(file, department, wish, viewer);
            mover.note(file, deed(CaseAction.SUPPORT_ASKED, viewer, Optional.of(wish.words()), department.code()));
            notices.support(file, department.code(), wish.words());
            return task;
        });
    }

    private void check(CaseFile file, Organisation department) {
        if (!file.stage().equals(CityCase.HANDLE)) {
            throw new Fault(CaseError.CASE_ACTION_NOT_NOW, "support is asked for in stage handle, not " + file.stage());
        }
        if (file.department().filter(department.code()::equals).isPresent()) {
            throw new Fault(CaseError.CASE_DEPARTMENT_WRONG, department.code() + " leads the case");
        }
        if (open(file.id()).contains(department.code())) {
            throw new Fault(CaseError.CASE_TASK_NOT_NOW, department.code() + " has an open task already");
        }
    }

    private UUID insert(CaseFile file, Organisation department, Wish wish, Viewer viewer) {
        Instant now = clock.instant();
        UUID task = Ids.at(now);
        db.execute(
                """
                insert into cs_cases.case_task (
                    id, case_id, org, org_path, words, state, asked_at, asked_by, task_due, changed_at, changed_by)
                values (?, ?, ?, ?, ?, 'waiting', cast(? as timestamptz), ?, cast(? as timestamptz),
                        cast(? as timestamptz), ?)
                """,
                task,
                file.id().value(),
                department.code(),
                department.path(),
                wish.words(),
                now,
                viewer.displayName(),
                due(file.due(), wish.share(), now).orElse(null),
                now,
                viewer.displayName());
        return task;
    }

    /** The end of a supporting department's part of the time that is left to the lead. */
    static Optional<Instant> due(Optional<Instant> lead, Optional<Integer> share, Instant now) {
        return lead.map(end -> end.isAfter(now)
                ? now.plus(Duration.between(now, end)
                        .multipliedBy(share.orElse(100))
                        .dividedBy(100))
                : end);
    }

    /** A step of a task: by its department, or its release by whoever leads or dispatches the case. */
    void move(CaseId id, UUID task, SupportMove move, Optional<String> reason, Viewer viewer) {
        transactions.run(() -> {
            CaseFile file = store.lock(id);
            Record row =
                    db.fetch("select * from cs_cases.case_task where id = ? and case_id = ?", task, id.value()).stream()
                            .findFirst()
                            .orElseThrow(() -> new Fault(CaseError.CASE_TASK_UNKNOWN, "no task " + task));
            allow(file, row, move, viewer);
            if (file.closed() || !move.possibleIn(row.get("state", String.class))) {
                throw new Fault(
                        CaseError.CASE_TASK_NOT_NOW,
                        file.closed() ? "the case is closed" : "the task is " + row.get("state", String.class));
            }
            if (move.needsReason() && reason.isEmpty()) {
                throw new Fault(CaseError.CASE_REASON_MISSING, "reason is missing");
            }
            write(file, task, move, reason, viewer, row.get("org", String.class));
        });
    }

    private static void allow(CaseFile file, Record row, SupportMove move, Viewer viewer) {
        boolean its = supports(file, row, viewer);
        boolean leading = CaseRights.leads(file, viewer) || CaseRights.dispatches(file, viewer);
        boolean sees = its || leading || viewer.scope(CaseRights.READ).contains(file.areaPath(), file.departmentPath());
        if (!sees) {
            throw new Fault(CaseError.CASE_UNKNOWN, "no case " + file.id());
        }
        if (move == SupportMove.RELEASE ? !leading : !its) {
            throw new Fault(CaseError.CASE_NOT_YOURS, "the task belongs to " + row.get("org", String.class));
        }
    }

    private void write(
            CaseFile file, UUID task, SupportMove move, Optional<String> reason, Viewer viewer, String department) {
        db.execute("""
                update cs_cases.case_task
                   set state = ?, changed_at = cast(? as timestamptz), changed_by = ?, reason = ? where id = ?
                """, move.to(), clock.instant(), viewer.displayName(), reason.orElse(null), task);
        mover.note(file, deed(move.action(), viewer, reason, department));
        if (move != SupportMove.TAKE && move != SupportMove.RELEASE) {
            notices.supported(file, department, move.to(), reason);
        }
    }

    private Deed deed(CaseAction action, Viewer viewer, Optional<String> words, String department) {
        return Deed.of(action, Actor.of(viewer), clock.instant()).noting(words).with(Map.of("department", department));
    }

    private List<String> open(CaseId id) {
        return db.fetch(
                        "select org from cs_cases.case_task where case_id = ? and state in ('waiting', 'taken') order by id",
                        id.value())
                .getValues("org", String.class);
    }

    /** Whoever leads the case does not support it besides. */
    void led(CaseFile by, Viewer viewer) {
        db.execute(
                """
                update cs_cases.case_task
                   set state = 'released', changed_at = cast(? as timestamptz), changed_by = ?, reason = null
                 where case_id = ? and org = ? and state in ('waiting', 'taken')
                """,
                clock.instant(),
                viewer.displayName(),
                by.id().value(),
                by.department().orElse(""));
    }

    /** What the viewer may do about the tasks now, by their ids; asking for one stands under the case's own. */
    Map<UUID, List<String>> actions(CaseFile file, Viewer viewer) {
        Map<UUID, List<String>> possible = new HashMap<>();
        if (file.closed()) {
            return possible;
        }
        boolean leading = CaseRights.leads(file, viewer) || CaseRights.dispatches(file, viewer);
        if (leading && file.stage().equals(CityCase.HANDLE)) {
            possible.put(file.id().value(), List.of("ask"));
        }
        for (Record row : db.fetch(
                "select * from cs_cases.case_task where case_id = ?", file.id().value())) {
            boolean its = supports(file, row, viewer);
            possible.put(
                    row.get("id", UUID.class),
                    Stream.of(SupportMove.values())
                            .filter(move -> move == SupportMove.RELEASE ? leading : its)
                            .filter(move -> move.possibleIn(row.get("state", String.class)))
                            .map(SupportMove::word)
                            .toList());
        }
        return possible;
    }

    private static boolean supports(CaseFile file, Record row, Viewer viewer) {
        return viewer.scope(CaseRights.HANDLE)
                .contains(file.areaPath(), Optional.of(row.get("org_path", String.class)));
    }

    @Override
    public Optional<Fault> objects(CaseFile file, ActionRequest request, Viewer viewer) {
        if (request.action() != CaseAction.HANDLED) {
            return Optional.empty();
        }
        List<String> waiting = open(file.id());
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        if (!request.withoutSupport()) {
            return Optional.of(new Fault(
                    CaseError.CASE_SUPPORT_OPEN,
                    String.join(", ", waiting)
                            + " have not finished; withoutSupport with a note goes on without them"));
        }
        return request.note().isPresent()
                ? Optional.empty()
                : Optional.of(new Fault(CaseError.CASE_REASON_MISSING, "withoutSupport needs words in note"));
    }

    @Override
    public void heard(CaseFile file, ActionRequest request, Viewer viewer) {
        boolean over =
                switch (request.action()) {
                    case HANDLED -> true;
                    case RETURN -> file.stage().equals(CityCase.DISPATCH);
                    default -> false;
                };
        if (over) {
            db.execute(
                    """
                    update cs_cases.case_task
                       set state = 'released', changed_at = cast(? as timestamptz), changed_by = ?, reason = ?
                     where case_id = ? and state in ('waiting', 'taken')
                    """,
                    clock.instant(),
                    viewer.displayName(),
                    request.note().orElse(null),
                    file.id().value());
        }
    }
}
