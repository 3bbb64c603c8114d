package org.chengshu.cases.handling;

import static org.chengshu.cases.handling.CaseTable.*;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.CaseKinds;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.Audit;
import org.chengshu.core.audit.AuditEntry;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.flow.CityCase;
import org.chengshu.flow.Stage;
import org.chengshu.kernel.Fault;
import org.jooq.Field;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What people do to cases. Each deed is one transaction: the case, its timeline, its event. */
@Component
public final class CaseDesk {
    private final CaseStore store;
    private final CaseKinds kinds;
    private final CaseMover mover;
    private final CaseClosing closing;
    private final Organisations organisations;
    private final Timeline timeline;
    private final List<CaseClosing.Guard> guards;
    private final Audit audit;
    private final ObjectProvider<CaseCompanion> companions;
    private final Transactions transactions;
    private final Clock clock;

    CaseDesk(
            CaseStore store,
            CaseKinds kinds,
            CaseMover mover,
            CaseClosing closing,
            Organisations organisations,
            Timeline timeline,
            List<CaseClosing.Guard> guards,
            Audit audit,
            ObjectProvider<CaseCompanion> companions,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.mover = mover;
        this.closing = closing;
        this.organisations = organisations;
        this.timeline = timeline;
        this.guards = List.copyOf(guards);
        this.audit = audit;
        this.companions = companions;
        this.transactions = transactions;
        this.clock = clock;
    }

    public CaseFile act(CaseId id, ActionRequest request, Viewer viewer) {
        return act(id, request, FromAfar.HERE, viewer);
    }

    public CaseFile act(CaseId id, ActionRequest request, FromAfar afar, Viewer viewer) {
        return transactions.call(() -> {
            CaseFile file = store.lockSeen(id, viewer.scope(CaseRights.READ));
            afar.require(file);
            CaseKind kind = kinds.get(file.kind());
            Optional<Fault> refusal = CaseRights.refusal(request.action(), file, kind, viewer)
                    .or(() -> companions.stream()
                            .flatMap(one -> one.objects(file, request, viewer).stream())
                            .findFirst());
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            CaseFile done = perform(file, kind, request, afar, viewer);
            companions.stream().forEach(one -> one.heard(done, request, viewer));
            return done;
        });
    }

    private CaseFile perform(CaseFile file, CaseKind kind, ActionRequest request, FromAfar afar, Viewer viewer) {
        Timeline.Deed deed = afar.tell(Timeline.Deed.of(request.action(), Actor.of(viewer), clock.instant())
                .noting(request.note()));
        Stage next =
                CasePlan.of(kind.stages()).next(file.stage(), request.action()).orElse(file.stage());
        return switch (request.action()) {
            case NOTE -> mover.note(file, noted(deed));
            case TAKE -> mover.note(file, handler(Optional.of(viewer)), deed);
            case DISPATCH -> mover.dispatch(file, kind, department(request), request.handler(), deed);
            case HANDLED -> handled(file, kind, next, deed);
            case RETURN -> mover.move(file, kind, next, returned(next), deed);
            case CLOSE -> verified(file, kind, deed, viewer);
            case OVERRIDE_CLOSE -> override(file, kind, noted(deed), viewer);
            case REOPEN -> reopen(file, kind, deed);
            default -> mover.move(file, kind, next, Map.of(), deed);
        };
    }

    // What somebody put right is looked at by somebody else.
    private CaseFile verified(CaseFile file, CaseKind kind, Timeline.Deed deed, Viewer viewer) {
        if (file.stage().equals(CityCase.VERIFY)) {
            Set<UUID> handlers = timeline.peopleWho(file.id(), CaseAction.TAKE, CaseAction.HANDLED);
            for (CaseClosing.Guard guard : guards) {
                guard.objection(file, kind).ifPresent(objection -> {
                    throw objection;
                });
            }
            CaseRights.VERIFYING.notBy(CaseRights.HANDLER, handlers).require(viewer);
        }
        return closing.close(file, kind, deed, Optional.empty());
    }

    private CaseFile handled(CaseFile file, CaseKind kind, Stage next, Timeline.Deed deed) {
        Map<Field<?>, Object> sets = new HashMap<>();
        sets.put(HANDLED_AT, utc(deed.at()));
        if (next.equals(CityCase.CLOSE)) {
            return closing.close(file, kind, deed, Optional.empty());
        }
        return mover.move(file, kind, next, sets, deed);
    }

    private CaseFile reopen(CaseFile file, CaseKind kind, Timeline.Deed deed) {
        Optional<CaseFile> other =
                file.subject().flatMap(subject -> store.lockOpenOn(file.kind(), subject, file.historical()));
        if (other.isPresent()) {
            throw new Fault(
                    CaseError.CASE_ACTION_NOT_NOW, "case " + other.get().number() + " is open on the same subject");
        }
        return closing.reopen(file, kind, deed);
    }

    private CaseFile override(CaseFile file, CaseKind kind, Timeline.Deed deed, Viewer viewer) {
        CaseFile closed = closing.close(file, kind, deed, Optional.empty());
        audit.record(AuditEntry.done(
                Optional.of(viewer.accountId()),
                viewer.displayName(),
                "case.closed-by-override",
                Map.of(
                        "case",
                        file.number(),
                        "stage",
                        file.stage().name(),
                        "reason",
                        deed.note().orElseThrow())));
        return closed;
    }

    private static Timeline.Deed noted(Timeline.Deed deed) {
        if (deed.note().isEmpty()) {
            throw new Fault(CaseError.CASE_REASON_MISSING, deed.action().word() + " needs words in note");
        }
        return deed;
    }

    private static Map<Field<?>, Object> returned(Stage next) {
        Map<Field<?>, Object> sets = new HashMap<>();
        sets.put(HANDLED_AT, null);
        if (next.equals(CityCase.DISPATCH)) {
            sets.putAll(handler(Optional.empty()));
            sets.put(DEPARTMENT, null);
            sets.put(DEPARTMENT_PATH, null);
        }
        return sets;
    }

    private static Map<Field<?>, Object> handler(Optional<Viewer> viewer) {
        Map<Field<?>, Object> sets = new HashMap<>();
        sets.put(HANDLER_ID, viewer.map(Viewer::accountId).orElse(null));
        sets.put(HANDLER, viewer.map(Viewer::displayName).orElse(null));
        return sets;
    }

    private Organisation department(ActionRequest request) {
        return request.department()
                .flatMap(organisations::find)
                .orElseThrow(() -> new Fault(
                        CaseError.CASE_DEPARTMENT_WRONG,
                        request.department()
                                .map(code -> "there is no organisation " + code)
                                .orElse("department is missing")));
    }
}
