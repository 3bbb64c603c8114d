package org.chengshu.data.push;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Remembers the keys of batches with the loads that took them. */
@Component
final class PushBatches {
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final DSLContext db;
    private final Clock clock;

    PushBatches(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A batch that was taken, and by which load. */
    record Known(String digest, UUID load) {}

    Optional<Known> find(UUID source, String key) {
        return db.fetchOptional("select digest, load from cs_data.push_batch where source = ? and key = ?", source, key)
                .map(row -> new Known(row.get(0, String.class), row.get(1, UUID.class)));
    }

    /** In the transaction that ends the load; false when the key is there already. */
    boolean keep(UUID source, String key, String digest, UUID load) {
        return db.execute("""
                        insert into cs_data.push_batch (source, key, digest, load, at)
                        values (?, ?, ?, ?, ?::timestamptz) on conflict do nothing""", source, key, digest, load, clock.instant().atOffset(ZoneOffset.UTC)) == 1;
    }

    void forget(UUID source, String key) {
        db.execute("delete from cs_data.push_batch where source = ? and key = ?", source, key);
    }

    void forgetOld() {
        db.execute(
                "delete from cs_data.push_batch where at < ?::timestamptz",
                clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC));
    }
}
