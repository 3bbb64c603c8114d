package org.chengshu.cases.part;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.Actor;
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
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.flow.CityCase;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.springframework.stereotype.Component;

/** Splits a handler's task into parts for others, and takes their answers. */
@Component
final class PartDesk {
    static final int MOST_OPEN = 50;

    private final CaseStore store;
    private final PartStore parts;
    private final CaseMover mover;
    private final Organisations organisations;
    private final Accounts accounts;
    private final PartNotices notices;
    private final Transactions transactions;
    private final Clock clock;

    PartDesk(
            CaseStore store,
            PartStore parts,
            CaseMover mover,
            Organisations organisations,
            Accounts accounts,
            PartNotices notices,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.parts = parts;
        this.mover = mover;
        this.organisations = organisations;
        this.accounts = accounts;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
    }

    PartPage get(CaseId id, Viewer viewer) {
        return page(seen(id, viewer), viewer);
    }

    private CaseFile seen(CaseId id, Viewer viewer) {
        return store.find(id, viewer.scope(CaseRights.READ))
                .orElseThrow(() -> new Fault(CaseError.CASE_UNKNOWN, "no case " + id));
    }

    /** By whoever handles the case, or dispatches it, while it is in work. */
    PartPage ask(CaseId id, PartWish wish, Viewer viewer) {
        return transactions.call(() -> {
            CaseFile file = store.lock(id, viewer.scope(CaseRights.READ));
            CaseRights.requireWork(file, viewer);
            if (!file.stage().equals(CityCase.HANDLE)) {
                throw new Fault(CaseError.CASE_PART_NOT_NOW, "sub-tasks are made in stage handle, not " + file.stage());
            }
            if (parts.of(id).stream().filter(CasePart::isOpen).count() >= MOST_OPEN) {
                throw new Fault(CaseError.CASE_PART_NOT_NOW, "the case has " + MOST_OPEN + " open sub-tasks already");
            }
            CasePart part = made(file, wish, viewer);
            parts.insert(part);
            mover.note(file, deed(part, PartState.OPEN, Optional.of(part.words()), viewer));
            notices.asked(file, part);
            return page(file, viewer);
        });
    }

    private CasePart made(CaseFile file, PartWish wish, Viewer viewer) {
        Instant now = clock.instant();
        wish.requireAhead(now);
        Optional<Organisation> department = wish.department().map(code -> organisations
                .find(code)
                .orElseThrow(() -> new Fault(CaseError.CASE_DEPARTMENT_WRONG, "there is no organisation " + code)));
        Optional<Viewer> person = wish.person().map(account -> accounts.findViewer(account)
                .filter(one -> canBeAsked(file, one))
                .orElseThrow(() -> PartWish.wrong("person: nobody of the id " + account + " handles cases there")));
        return new CasePart(
                Ids.at(now),
                file.id(),
                wish.words().orElseThrow(),
                department.map(Organisation::code),
                department.map(Organisation::path).or(() -> person.flatMap(Viewer::organisationPath)),
                person.map(Viewer::accountId),
                person.map(Viewer::displayName),
                PartState.OPEN,
                wish.due(),
                now,
                viewer.accountId(),
                viewer.displayName(),
                now,
                Optional.of(viewer.displayName()),
                Optional.empty());
    }

    /** By those asked when it is done or declined, by whoever asked or leads the case when it is withdrawn. */
    PartPage settle(CaseId id, UUID partId, PartState to, Optional<String> note, Viewer viewer) {
        return transactions.call(() -> {
            seen(id, viewer);
            CaseFile file = store.lock(id);
            CasePart part = parts.get(id, partId);
            if (to == PartState.WITHDRAWN ? !mayWithdraw(file, part, viewer) : !mayAnswer(file, part, viewer)) {
                throw new Fault(
                        CaseError.CASE_NOT_YOURS,
                        "the sub-task was asked of "
                                + part.person().or(part::org).orElseThrow());
            }
            if (file.closed() || !part.isOpen()) {
                throw new Fault(
                        CaseError.CASE_PART_NOT_NOW,
                        file.closed()
                                ? "the case is closed"
                                : "the sub-task is " + part.state().word());
            }
            if (to != PartState.WITHDRAWN && note.isEmpty()) {
                throw new Fault(CaseError.CASE_REASON_MISSING, "note: say what was done, or why not");
            }
            parts.settle(partId, to, clock.instant(), viewer.displayName(), note);
            mover.note(file, deed(part, to, note, viewer));
            notices.ended(file, part, to, note);
            return page(file, viewer);
        });
    }

    private Timeline.Deed deed(CasePart part, PartState state, Optional<String> words, Viewer viewer) {
        Map<String, Object> values = new HashMap<>();
        values.put("part", part.id().toString());
        values.put("of", part.person().or(part::org).orElseThrow());
        return Timeline.Deed.of(state.action(), Actor.of(viewer), clock.instant())
                .noting(words)
                .with(values);
    }

    /** The people whom the viewer may ask: who handle cases where this one is. */
    List<PartPage.Person> people(CaseId id, Viewer viewer) {
        CaseFile file = seen(id, viewer);
        if (!CaseRights.worksOn(file, viewer)) {
            return List.of();
        }
        return accounts.list(Viewer.system()).stream()
                .filter(account -> account.state() == AccountState.ACTIVE)
                .filter(account -> account.hasPassword() || account.lastSignIn().isPresent())
                .filter(account -> accounts.findViewer(account.id())
                        .filter(one -> canBeAsked(file, one))
                        .isPresent())
                .map(this::person)
                .sorted(Comparator.comparing(PartPage.Person::name))
                .toList();
    }

    private PartPage.Person person(AccountView account) {
        return new PartPage.Person(
                account.id(),
                account.displayName(),
                account.organisation().flatMap(organisations::find).map(Organisation::name));
    }

    // Of another department too, as long as he could have a case there.
    private static boolean canBeAsked(CaseFile file, Viewer person) {
        return person.may(CaseRights.READ) && person.scope(CaseRights.HANDLE).reaches(file.areaPath());
    }

    private static boolean mayAnswer(CaseFile file, CasePart part, Viewer viewer) {
        return part.personId().map(viewer.accountId()::equals).orElseGet(() -> viewer.scope(CaseRights.HANDLE)
                .contains(file.areaPath(), part.orgPath()));
    }

    private static boolean mayWithdraw(CaseFile file, CasePart part, Viewer viewer) {
        return part.askedById().equals(viewer.accountId()) || CaseRights.worksOn(file, viewer);
    }

    private PartPage page(CaseFile file, Viewer viewer) {
        List<CasePart> all = parts.of(file.id());
        return new PartPage(
                (int) all.stream().filter(CasePart::isOpen).count(),
                file.stage().equals(CityCase.HANDLE) && CaseRights.worksOn(file, viewer),
                all.stream().map(part -> line(file, part, viewer)).toList());
    }

    private PartPage.Line line(CaseFile file, CasePart part, Viewer viewer) {
        boolean open = part.isOpen() && !file.closed();
        return new PartPage.Line(
                part.id(),
                part.words(),
                part.org(),
                part.org().flatMap(organisations::find).map(Organisation::name),
                part.person(),
                part.state().word(),
                part.due(),
                open && part.due().filter(clock.instant()::isAfter).isPresent(),
                part.askedAt(),
                part.askedBy(),
                part.changedAt(),
                part.changedBy(),
                part.note(),
                open && mayAnswer(file, part, viewer),
                open && mayWithdraw(file, part, viewer));
    }
}
