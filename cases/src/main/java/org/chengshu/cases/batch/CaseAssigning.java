package org.chengshu.cases.batch;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.Actor;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseMover;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.handling.Timeline;
import org.chengshu.core.access.AccountState;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.notices.Channel;
import org.chengshu.core.notices.Notice;
import org.chengshu.core.notices.Notices;
import org.chengshu.core.notices.Recipient;
import org.chengshu.flow.CityCase;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Gives a case in work to one of the people of its department, who is told in his inbox. */
@Component
final class CaseAssigning {
    private final CaseStore store;
    private final CaseMover mover;
    private final Accounts accounts;
    private final Notices notices;
    private final Transactions transactions;
    private final Clock clock;

    CaseAssigning(
            CaseStore store,
            CaseMover mover,
            Accounts accounts,
            Notices notices,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.mover = mover;
        this.accounts = accounts;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Somebody who may handle a case. */
    record CaseHandler(UUID id, String name) {
        static CaseHandler of(AccountView account) {
            return new CaseHandler(account.id(), account.displayName());
        }
    }

    /** Those of the newest accounts who can sign in and may handle the case, by name; programs are left out. */
    List<CaseHandler> handlers(CaseId id, Viewer viewer) {
        CaseFile file = store.find(id, viewer.scope(CaseRights.READ))
                .orElseThrow(() -> new Fault(CaseError.CASE_UNKNOWN, "no case " + id));
        if (!CaseRights.worksOn(file, viewer)) {
            return List.of();
        }
        return accounts.list(Viewer.system()).stream()
                .filter(account -> account.state() == AccountState.ACTIVE)
                .filter(account -> account.hasPassword() || account.lastSignIn().isPresent())
                .filter(account -> accounts.findViewer(account.id())
                        .filter(person -> handles(file, person))
                        .isPresent())
                .map(CaseHandler::of)
                .sorted(Comparator.comparing(CaseHandler::name))
                .toList();
    }

    /** By somebody of its department, or who dispatches cases there; the reason is kept when given. */
    CaseFile assign(CaseId id, UUID person, Optional<String> words, Viewer viewer) {
        return transactions.call(() -> {
            CaseFile file = store.lock(id, viewer.scope(CaseRights.READ));
            CaseRights.requireWork(file, viewer);
            if (!file.stage().equals(CityCase.HANDLE)) {
                throw new Fault(CaseError.CASE_ACTION_NOT_NOW, "assign is not possible in stage " + file.stage());
            }
            Viewer handler = accounts.findViewer(person)
                    .filter(one -> handles(file, one))
                    .orElseThrow(() -> new Fault(
                            CaseError.CASE_HANDLER_WRONG,
                            "nobody of the id " + person + " handles cases of "
                                    + file.department().orElse("no department")));
            Timeline.Deed deed = Timeline.Deed.of(CaseAction.ASSIGNED, Actor.of(viewer), clock.instant())
                    .noting(words)
                    .with(Map.of("handler", handler.displayName()));
            CaseFile given = mover.assign(file, handler, deed);
            if (!person.equals(viewer.accountId())) {
                tell(given, handler, viewer);
            }
            return given;
        });
    }

    private static boolean handles(CaseFile file, Viewer person) {
        return person.scope(CaseRights.HANDLE).contains(file.areaPath(), file.departmentPath());
    }

    private void tell(CaseFile file, Viewer handler, Viewer by) {
        notices.tell(
                new Notice(
                        "case-assigned",
                        "case-assigned:" + file.id() + ":" + handler.accountId(),
                        file.severity(),
                        Text.of("案件 " + file.number() + " 交由你处置", "Case " + file.number() + " is yours to handle"),
                        Text.of(
                                file.title().zh() + "。" + by.displayName() + "指派",
                                file.title().en() + ". Assigned by " + by.displayName()),
                        Optional.of("/cases/" + file.id()),
                        file.areaPath(),
                        Map.of("kind", file.kind())),
                List.of(Recipient.account(handler.accountId())),
                Set.of(Channel.INBOX));
    }
}
