package org.chengshu.cases.dispatch;

import java.time.Clock;
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
import org.chengshu.core.access.Duties;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.flow.CityCase;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Whose case it is, when its department says that it is not its own. Until it is decided the department keeps the case. */
@Component
final class Disputes implements CaseCompanion {
    private static final Set<CaseAction> WAITS = Set.of(CaseAction.HANDLED, CaseAction.RETURN);

    private final DSLContext db;
    private final CaseStore store;
    private final CaseMover mover;
    private final Organisations organisations;
    private final SupportTasks tasks;
    private final DispatchNotices notices;
    private final Transactions transactions;
    private final Clock clock;

    Disputes(
            DSLContext db,
            CaseStore store,
            CaseMover mover,
            Organisations organisations,
            SupportTasks tasks,
            DispatchNotices notices,
            Transactions transactions,
            Clock clock) {
        this.db = db;
        this.store = store;
        this.mover = mover;
        this.organisations = organisations;
        this.tasks = tasks;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
    }

    boolean open(CaseId id) {
        return !db.fetch("select 1 from cs_cases.case_dispute where case_id = ? and state = 'open'", id.value())
                .isEmpty();
    }

    void raise(CaseId id, Optional<String> proposed, String reason, Viewer viewer) {
        transactions.run(() -> {
            CaseFile file = store.lock(id, viewer.scope(CaseRights.READ));
            if (!CaseRights.leads(file, viewer)) {
                throw new Fault(CaseError.CASE_NOT_YOURS, "only its department disputes whose case it is");
            }
            if (!file.stage().equals(CityCase.HANDLE)) {
                throw new Fault(CaseError.CASE_ACTION_NOT_NOW, "a dispute is raised in stage handle");
            }
            if (open(id)) {
                throw new Fault(CaseError.CASE_DISPUTED, "a dispute is open already");
            }
            proposed.ifPresent(this::organisation);
            insert(file, proposed, reason, viewer);
            mover.note(
                    file,
                    Deed.of(CaseAction.DISPUTED, Actor.of(viewer), clock.instant())
                            .noting(Optional.of(reason))
                            .with(proposed.<Map<String, Object>>map(code -> Map.of("proposed", code))
                                    .orElse(Map.of())));
            notices.disputed(file, file.department().orElseThrow(), reason);
        });
    }

    private void insert(CaseFile file, Optional<String> proposed, String reason, Viewer viewer) {
        Instant now = clock.instant();
        db.execute(
                """
                insert into cs_cases.case_dispute (
                    id, case_id, org, proposed, reason, disputed_at, disputed_by, disputed_by_id, state)
                values (?, ?, ?, ?, ?, cast(? as timestamptz), ?, ?, 'open')
                """,
                Ids.at(now),
                file.id().value(),
                file.department().orElseThrow(),
                proposed.orElse(null),
                reason,
                now,
                viewer.displayName(),
                viewer.accountId());
    }

    /** Decides who leads; nobody decides his own dispute. */
    void decide(CaseId id, UUID dispute, String department, String reason, Viewer viewer) {
        transactions.run(() -> {
            CaseFile file = store.lock(id, viewer.scope(CaseRights.ARBITRATE));
            Record row = db
                    .fetch("select * from cs_cases.case_dispute where id = ? and case_id = ?", dispute, id.value())
                    .stream()
                    .findFirst()
                    .orElseThrow(() -> new Fault(CaseError.CASE_DISPUTE_UNKNOWN, "no dispute " + dispute));
            if (!row.get("state", String.class).equals("open")) {
                throw new Fault(CaseError.CASE_ACTION_NOT_NOW, "the dispute is " + row.get("state", String.class));
            }
            Duties.of(Text.of("裁决", "decide this dispute"))
                    .notBy(Text.of("提出争议的人", "whoever raised it"), Set.of(row.get("disputed_by_id", UUID.class)))
                    .require(viewer);
            Organisation leads = organisation(department);
            close(dispute, leads, reason, viewer);
            rule(file, leads, reason, viewer);
        });
    }

    private void rule(CaseFile file, Organisation leads, String reason, Viewer viewer) {
        Deed deed = Deed.of(CaseAction.ARBITRATED, Actor.of(viewer), clock.instant())
                .noting(Optional.of(reason))
                .with(Map.of("from", file.department().orElse(""), "department", leads.code()));
        boolean stays = file.department().filter(leads.code()::equals).isPresent();
        if (stays || !file.stage().equals(CityCase.HANDLE)) {
            mover.note(file, deed);
        } else {
            CaseFile given = mover.handOver(file, leads, deed);
            tasks.led(given, viewer);
            notices.handedOver(given, reason);
        }
    }

    private void close(UUID dispute, Organisation leads, String reason, Viewer viewer) {
        db.execute("""
                update cs_cases.case_dispute
                   set state = 'decided', ruling = ?, ruling_reason = ?, decided_at = cast(? as timestamptz),
                       decided_by = ?
                 where id = ?
                """, leads.code(), reason, clock.instant(), viewer.displayName(), dispute);
    }

    /** What the viewer may do about disputes now, by their ids; raising one stands under the case's own. */
    Map<UUID, List<String>> actions(CaseFile file, Viewer viewer) {
        Map<UUID, List<String>> possible = new HashMap<>();
        boolean disputed = open(file.id());
        if (CaseRights.leads(file, viewer) && file.stage().equals(CityCase.HANDLE) && !disputed) {
            possible.put(file.id().value(), List.of("dispute"));
        }
        if (disputed && viewer.scope(CaseRights.ARBITRATE).contains(file.areaPath(), file.departmentPath())) {
            db.fetch(
                            "select id from cs_cases.case_dispute where case_id = ? and state = 'open' and disputed_by_id <> ?",
                            file.id().value(),
                            viewer.accountId())
                    .getValues("id", UUID.class)
                    .forEach(id -> possible.put(id, List.of("ruling")));
        }
        return possible;
    }

    private Organisation organisation(String code) {
        return organisations
                .find(code)
                .orElseThrow(() -> new Fault(CaseError.CASE_DEPARTMENT_WRONG, "there is no organisation " + code));
    }

    @Override
    public Optional<Fault> objects(CaseFile file, ActionRequest request, Viewer viewer) {
        return WAITS.contains(request.action()) && file.stage().equals(CityCase.HANDLE) && open(file.id())
                ? Optional.of(new Fault(CaseError.CASE_DISPUTED, "the dispute is decided first"))
                : Optional.empty();
    }
}
