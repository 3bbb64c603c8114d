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

    /** A batch that was taken, and by which load as far as that was noted. */
    record Known(String digest, Optional<UUID> load) {}

    Optional<Known> find(UUID source, String key) {
        return db.fetchOptional("select digest, load from cs_data.push_batch where source = ? and key = ?", source, key)
                .map(row -> new Known(row.get(0, String.class), Optional.ofNullable(row.get(1, UUID.class))));
    }

    /** In the transaction that ends the load; false when the key is there already. */
    boolean keep(UUID source, String key, String digest) {
        return db.execute("""
                        insert into cs_data.push_batch (source, key, digest, at) values (?, ?, ?, ?::timestamptz)
                        on conflict do nothing""", source, key, digest, clock.instant().atOffset(ZoneOffset.UTC)) == 1;
    }

    void note(UUID source, String key, UUID load) {
        db.execute("update cs_data.push_batch set load = ? where source = ? and key = ?", load, source, key);
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
