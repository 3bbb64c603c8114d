package org.chengshu.cases.verify;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.verify.Verification.Block;
import org.chengshu.cases.verify.Verification.Progress;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** How far each verification has come, and which cases wait for one. */
@Component
final class VerificationStore {
    private final DSLContext db;

    VerificationStore(DSLContext db) {
        this.db = db;
    }

    /**
     * Open cases that a sensor is to close and whose alarms are all clear, oldest first. The past changes only while an
     * import runs, so a case of history is looked at less often.
     */
    List<CaseId> waiting(Instant historyBefore) {
        return db.fetch("""
                        select c.id from cs_cases.case_file c
                        left join cs_cases.verification v on v.case_id = c.id
                        where c.stage <> 'close' and c.verified_by = 'sensor'
                          and not exists (
                              select 1 from cs_cases.case_alarm a where a.case_id = c.id and a.cleared_at is null)
                          and (not c.historical or v.checked_at is null or v.checked_at < cast(? as timestamptz))
                        order by c.id
                        """, historyBefore).map(row -> new CaseId(row.get("id", UUID.class)));
    }

    Progress find(CaseId id) {
        return db.fetch("select * from cs_cases.verification where case_id = ?", id.value()).stream()
                .map(VerificationStore::read)
                .findFirst()
                .orElse(Progress.NONE);
    }

    void save(CaseId id, Progress progress, Instant now) {
        db.execute(
                """
                insert into cs_cases.verification (case_id, running_since, last_seen, blocked_by, checked_at)
                values (?, cast(? as timestamptz), cast(? as timestamptz), ?, cast(? as timestamptz))
                on conflict (case_id) do update
                set running_since = excluded.running_since, last_seen = excluded.last_seen,
                    blocked_by = excluded.blocked_by, checked_at = excluded.checked_at
                """,
                id.value(),
                progress.runningSince().orElse(null),
                progress.lastSeen().orElse(null),
                progress.block().map(Block::word).orElse(null),
                now);
    }

    void forget(CaseId id) {
        db.execute("delete from cs_cases.verification where case_id = ?", id.value());
    }

    private static Progress read(Record row) {
        return new Progress(
                maybe(row, "running_since"),
                maybe(row, "last_seen"),
                Optional.ofNullable(row.get("blocked_by", String.class))
                        .map(word -> Block.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'))));
    }

    private static Optional<Instant> maybe(Record row, String name) {
        return Optional.ofNullable(row.get(name, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
