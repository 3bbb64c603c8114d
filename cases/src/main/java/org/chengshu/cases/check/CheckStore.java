package org.chengshu.cases.check;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.kinds.CheckWay;
import org.chengshu.core.access.Viewer;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.chengshu.kernel.geo.Position;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Checks in PostgreSQL; whoever changes one holds the lock of its case. */
@Component
final class CheckStore {
    private final DSLContext db;

    CheckStore(DSLContext db) {
        this.db = db;
    }

    /** Whether it was not being asked already; one that had lapsed in the same round is asked again. */
    boolean ask(
            CaseFile file, CheckWay way, CheckCause cause, Optional<UUID> closure, Optional<UUID> report, Instant now) {
        Instant round =
                cause == CheckCause.VERIFY ? file.stageSince() : file.closedAt().orElse(now);
        return db.execute(
                        """
                        insert into cs_cases.check_task (
                            id, case_id, way, cause, round, closure_id, report_id, state, asked_at)
                        values (?, ?, ?, ?, cast(? as timestamptz), cast(? as uuid), cast(? as uuid), 'open',
                                cast(? as timestamptz))
                        on conflict (case_id, way, cause, round) do update set state = 'open', ended_at = null
                        where check_task.state = 'lapsed'
                        """,
                        Ids.at(now),
                        file.id().value(),
                        way.word(),
                        cause.word(),
                        round,
                        closure.orElse(null),
                        report.orElse(null),
                        now)
                > 0;
    }

    Optional<CheckTask> find(UUID id) {
        return db.fetchOptional("select * from cs_cases.check_task where id = ?", id)
                .map(CheckStore::task);
    }

    CheckTask get(UUID id) {
        return find(id).orElseThrow(() -> new Fault(CaseError.CHECK_UNKNOWN, "no check " + id));
    }

    /** What was asked since the case came to be verified this time. */
    List<CheckTask> round(CaseFile file) {
        return db.fetch(
                        "select * from cs_cases.check_task where case_id = ? and cause = 'verify' and round = cast(? as timestamptz)",
                        file.id().value(),
                        file.stageSince())
                .map(CheckStore::task);
    }

    /** Ends what is open and no longer asks about the case as it is. */
    void lapse(CaseFile file, Instant now) {
        db.execute("""
                update cs_cases.check_task set state = 'lapsed', ended_at = cast(? as timestamptz)
                where case_id = ? and state = 'open' and case cause
                    when 'sample' then not ?
                    else ? <> 'verify' or round <> cast(? as timestamptz) end
                """, now, file.id().value(), file.closed(), file.stage().name(), file.stageSince());
    }

    void take(UUID id, Viewer viewer) {
        db.execute(
                "update cs_cases.check_task set taken_by = ?, taker = ? where id = ?",
                viewer.accountId(),
                viewer.displayName(),
                id);
    }

    /** Counts an attempt to reach somebody; how many that makes. */
    int tried(UUID id, Viewer viewer, Optional<String> note, Instant now) {
        db.execute(
                "insert into cs_cases.check_try (check_id, at, person_id, person, note) values (?, cast(? as timestamptz), ?, ?, ?)",
                id,
                now,
                viewer.accountId(),
                viewer.displayName(),
                note.orElse(null));
        return db.fetchSingle("update cs_cases.check_task set tries = tries + 1 where id = ? returning tries", id)
                .get("tries", Integer.class);
    }

    void end(UUID id, CheckState state, CheckAnswer answer, Optional<Integer> metres, Viewer viewer, Instant now) {
        db.execute(
                """
                update cs_cases.check_task
                set state = ?, ended_at = cast(? as timestamptz), answered_by = ?, answerer = ?, note = ?,
                    score = cast(? as smallint), longitude = cast(? as double precision),
                    latitude = cast(? as double precision), metres = cast(? as integer)
                where id = ?
                """,
                state.word(),
                now,
                viewer.accountId(),
                viewer.displayName(),
                answer.note().orElse(null),
                answer.score().orElse(null),
                answer.position().map(Position::longitude).orElse(null),
                answer.position().map(Position::latitude).orElse(null),
                metres.orElse(null),
                id);
    }

    /** The closure that a sample looks at. */
    Optional<Closer> closer(UUID closure) {
        return db.fetchOptional("""
                        select closure.closed_by, closure.person_id, closure.person, task.way
                        from cs_cases.closure left join cs_cases.check_task task on task.id = closure.check_id
                        where closure.id = ?
                        """, closure)
                .map(row -> new Closer(
                        closure,
                        row.get("closed_by", String.class),
                        Optional.ofNullable(row.get("person_id", UUID.class)),
                        Optional.ofNullable(row.get("person", String.class)),
                        Optional.ofNullable(row.get("way", String.class))));
    }

    private static CheckTask task(Record row) {
        return new CheckTask(
                row.get("id", UUID.class),
                new CaseId(row.get("case_id", UUID.class)),
                CheckWay.ofWord(row.get("way", String.class)).orElseThrow(),
                CheckCause.ofWord(row.get("cause", String.class)),
                row.get("round", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.get("closure_id", UUID.class)),
                Optional.ofNullable(row.get("report_id", UUID.class)),
                CheckState.ofWord(row.get("state", String.class)).orElseThrow(),
                Optional.ofNullable(row.get("taken_by", UUID.class)),
                Optional.ofNullable(row.get("taker", String.class)),
                row.get("tries", Integer.class));
    }
}
