package org.chengshu.sense.shared;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
final class SharedRunStore {
    private final DSLContext db;

    SharedRunStore(DSLContext db) {
        this.db = db;
    }

    Map<SharedRun.Key, SharedRun> all() {
        Map<SharedRun.Key, SharedRun> runs = new HashMap<>();
        db.fetch("select rule, subject, since, raised_at from cs_sense.shared_run")
                .forEach(row -> runs.put(
                        new SharedRun.Key(row.get("rule", String.class), row.get("subject", String.class)),
                        new SharedRun(
                                row.get("since", OffsetDateTime.class).toInstant(),
                                Optional.ofNullable(row.get("raised_at", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant))));
        return runs;
    }

    void put(SharedRun.Key key, SharedRun run) {
        db.execute(
                """
                insert into cs_sense.shared_run (rule, subject, since, raised_at)
                values (?, ?, ?::timestamptz, ?::timestamptz)
                on conflict (rule, subject) do update set since = excluded.since, raised_at = excluded.raised_at""",
                key.rule(),
                key.subject(),
                utc(run.since()),
                run.raisedAt().map(SharedRunStore::utc).orElse(null));
    }

    void remove(SharedRun.Key key) {
        db.execute("delete from cs_sense.shared_run where rule = ? and subject = ?", key.rule(), key.subject());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
