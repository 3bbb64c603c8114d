package org.chengshu.cases.dispatch;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.Actor;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseMover;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.handling.Timeline.Deed;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.flow.CityCase;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/** Gives a case in work to another department: beside, above or below in the levels of the city. */
@Component
final class CaseHandOvers {
    private final CaseStore store;
    private final CaseMover mover;
    private final Organisations organisations;
    private final Areas areas;
    private final Disputes disputes;
    private final SupportTasks tasks;
    private final WanderingCases wandering;
    private final DispatchNotices notices;
    private final Transactions transactions;
    private final Clock clock;

    CaseHandOvers(
            CaseStore store,
            CaseMover mover,
            Organisations organisations,
            Areas areas,
            Disputes disputes,
            SupportTasks tasks,
            WanderingCases wandering,
            DispatchNotices notices,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.mover = mover;
        this.organisations = organisations;
        this.areas = areas;
        this.disputes = disputes;
        this.tasks = tasks;
        this.wandering = wandering;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
    }

    CaseFile transfer(CaseId id, String code, String reason, Viewer viewer) {
        return transactions.call(() -> {
            CaseFile file = store.lock(id, viewer.scope(CaseRights.READ));
            if (!CaseRights.dispatches(file, viewer) && !CaseRights.leads(file, viewer)) {
                throw new Fault(CaseError.CASE_NOT_YOURS, "only its lead or whoever dispatches it gives it on");
            }
            Organisation to = organisations
                    .find(code)
                    .orElseThrow(() -> new Fault(CaseError.CASE_DEPARTMENT_WRONG, "there is no organisation " + code));
            check(file, to);
            Deed deed = Deed.of(CaseAction.TRANSFER, Actor.of(viewer), clock.instant())
                    .noting(Optional.of(reason))
                    .with(Map.of(
                            "from",
                            file.department().orElse(""),
                            "department",
                            to.code(),
                            "direction",
                            direction(file, to).name().toLowerCase(java.util.Locale.ROOT)));
            CaseFile given = mover.handOver(file, to, deed);
            tasks.led(given, viewer);
            notices.handedOver(given, reason);
            wandering.look(given);
            return given;
        });
    }

    boolean possible(CaseFile file, Viewer viewer) {
        return file.stage().equals(CityCase.HANDLE)
                && (CaseRights.dispatches(file, viewer) || CaseRights.leads(file, viewer))
                && !disputes.open(file.id());
    }

    private void check(CaseFile file, Organisation to) {
        if (!file.stage().equals(CityCase.HANDLE)) {
            throw new Fault(CaseError.CASE_ACTION_NOT_NOW, "a case is given on in stage handle, not " + file.stage());
        }
        if (file.department().filter(to.code()::equals).isPresent()) {
            throw new Fault(CaseError.CASE_DEPARTMENT_WRONG, to.code() + " leads the case already");
        }
        if (disputes.open(file.id())) {
            throw new Fault(CaseError.CASE_DISPUTED, "the dispute is decided first");
        }
    }

    private TransferDirection direction(CaseFile file, Organisation to) {
        return TransferDirection.between(
                file.department().flatMap(organisations::find).map(this::depth).orElse(0), depth(to));
    }

    private int depth(Organisation of) {
        return of.areaCode()
                .flatMap(areas::find)
                .map(area -> (int) area.path().chars().filter(c -> c == '/').count())
                .orElse(0);
    }
}
