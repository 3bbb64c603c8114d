package org.chengshu.cases.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.Actor;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseMover;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.handling.Timeline.Deed;
import org.chengshu.cases.report.Report;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.TryLater;
import org.chengshu.core.settings.Settings;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Asks for haste, not more often than the settings allow; the department and the handler read it in their inboxes. */
@Component
final class Urges {
    private final DSLContext db;
    private final CaseStore store;
    private final CaseMover mover;
    private final DispatchNotices notices;
    private final Transactions transactions;
    private final Clock clock;
    private final Map<String, Duration> pauses;

    Urges(
            DSLContext db,
            CaseStore store,
            CaseMover mover,
            DispatchNotices notices,
            Transactions transactions,
            Settings settings,
            Clock clock) {
        this.db = db;
        this.store = store;
        this.mover = mover;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
        this.pauses = Map.of(
                "officer",
                Duration.ofMinutes(settings.get(DispatchSettings.URGE_MINUTES)),
                "reporter",
                Duration.ofHours(settings.get(DispatchSettings.REPORTER_URGE_HOURS)));
    }

    void byOfficer(CaseId id, String words, Viewer viewer) {
        transactions.run(
                () -> urge(store.lock(id, viewer.scope(CaseRights.DISPATCH)), "officer", words, Actor.of(viewer)));
    }

    /** What a reporter says is shown to the department; who it is, is not. */
    void byReporter(Report report, String words) {
        transactions.run(() -> urge(store.lock(new CaseId(report.caseId())), "reporter", words, Actor.PLATFORM));
    }

    boolean possible(CaseFile file, Viewer viewer) {
        return !file.closed()
                && CaseRights.dispatches(file, viewer)
                && !left(file.id(), "officer", clock.instant()).isPositive();
    }

    private void urge(CaseFile file, String origin, String words, Actor by) {
        if (file.closed()) {
            throw new Fault(CaseError.CASE_ALREADY_CLOSED, file.number() + " is closed");
        }
        Instant now = clock.instant();
        pause(file.id(), origin, now);
        UUID id = Ids.at(now);
        db.execute(
                """
                insert into cs_cases.case_urge (id, case_id, origin, org, words, urged_at, urged_by)
                values (?, ?, ?, ?, ?, cast(? as timestamptz), ?)
                """,
                id,
                file.id().value(),
                origin,
                file.department().orElse(null),
                words,
                now,
                by.person().orElse(null));
        mover.note(
                file,
                Deed.of(CaseAction.URGED, by, now)
                        .noting(java.util.Optional.of(words))
                        .with(Map.of("origin", origin)));
        notices.urged(file, id, words);
    }

    private void pause(CaseId id, String origin, Instant now) {
        Duration left = left(id, origin, now);
        if (left.isPositive()) {
            throw new TryLater(CaseError.CASE_URGED_ALREADY, "urged a short while ago", left);
        }
    }

    private Duration left(CaseId id, String origin, Instant now) {
        OffsetDateTime last = db.fetchSingle(
                        "select max(urged_at) as last from cs_cases.case_urge where case_id = ? and origin = ?",
                        id.value(),
                        origin)
                .get("last", OffsetDateTime.class);
        Duration pause = Objects.requireNonNull(pauses.get(origin));
        return last == null
                ? Duration.ZERO
                : Duration.between(now, last.toInstant().plus(pause));
    }
}
