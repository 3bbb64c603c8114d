package org.chengshu.cases.report;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.category.Category;
import org.chengshu.cases.handling.Actor;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseMover;
import org.chengshu.cases.handling.CaseOpening;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.handling.NewCase;
import org.chengshu.cases.handling.Timeline.Deed;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.springframework.stereotype.Component;

/** Where every door that takes reports ends: the report is kept, and opens a case or joins one, in one transaction. */
@Component
public final class ReportIntake {
    private final ReportStore store;
    private final ReportNumbers numbers;
    private final ContactVault vault;
    private final CaseOpening opening;
    private final CaseStore cases;
    private final CaseMover mover;
    private final Transactions transactions;
    private final Clock clock;

    ReportIntake(
            ReportStore store,
            ReportNumbers numbers,
            ContactVault vault,
            CaseOpening opening,
            CaseStore cases,
            CaseMover mover,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.numbers = numbers;
        this.vault = vault;
        this.opening = opening;
        this.cases = cases;
        this.mover = mover;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** By somebody of the city; {@code join} is the case that he says it belongs to. */
    public TakenReport take(NewReport report, Viewer viewer, Optional<CaseId> join) {
        Reporter by =
                new Reporter(Actor.of(viewer), Optional.of(viewer.accountId()), Optional.of(viewer.displayName()));
        return join.map(id -> transactions.call(() -> joined(report, by, open(id, viewer))))
                .orElseGet(() -> opened(report, by));
    }

    /** By the public; the account is there when it is known. */
    public TakenReport take(NewReport report, Optional<Viewer> account) {
        Reporter by = new Reporter(
                account.map(Actor::of).orElse(Actor.PLATFORM), account.map(Viewer::accountId), Optional.empty());
        return opened(report, by);
    }

    private TakenReport opened(NewReport report, Reporter by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String number = numbers.next(now);
        String caseNumber = opening.number(now);
        return transactions.call(() -> opened(report, by, now, number, caseNumber));
    }

    private TakenReport opened(NewReport report, Reporter by, Instant now, String number, String caseNumber) {
        NewCase fresh = new NewCase(
                report.kind(),
                report.title(),
                report.description(),
                report.severity(),
                Optional.empty(),
                Optional.empty(),
                report.place().areaPath(),
                report.place().position(),
                by.account(),
                by.takenBy(),
                now,
                false,
                report.category().flatMap(Category::department),
                report.category().map(Category::code),
                Optional.of(caseNumber));
        CaseFile file = opening.open(fresh, deed(CaseAction.REPORT, report, number, by, now));
        return kept(report, by, file, number, true, now);
    }

    private TakenReport joined(NewReport report, Reporter by, CaseFile file) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String number = numbers.next(now);
        CaseFile noted = mover.note(
                file, deed(CaseAction.REPORT_JOINED, report, number, by, now).noting(report.description()));
        return kept(report, by, noted, number, false, now);
    }

    private CaseFile open(CaseId id, Viewer viewer) {
        CaseFile file = cases.lock(id, viewer.scope(CaseRights.READ));
        if (file.closed()) {
            throw new Fault(CaseError.CASE_ALREADY_CLOSED, file.number() + " is closed; open a new case");
        }
        return file;
    }

    private TakenReport kept(
            NewReport report, Reporter by, CaseFile file, String number, boolean openedCase, Instant now) {
        UUID id = Ids.at(now);
        String code = numbers.code();
        store.insert(new ReportStore.Row(
                id,
                number,
                code,
                file.id(),
                openedCase,
                report,
                now,
                by.account(),
                by.takenBy(),
                vault.seal(id, report.contact())));
        return new TakenReport(id, number, code, openedCase, file);
    }

    private static Deed deed(CaseAction action, NewReport report, String number, Reporter by, Instant now) {
        return Deed.of(action, by.actor(), now)
                .with(Map.of("report", number, "channel", report.channel().word()));
    }

    private record Reporter(Actor actor, Optional<UUID> account, Optional<String> takenBy) {}
}
