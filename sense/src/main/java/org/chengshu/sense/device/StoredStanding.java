package org.chengshu.sense.device;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What the database holds of when devices were heard, a moment old; used when nobody keeps it in memory. */
@Component
final class StoredStanding implements HeardDevices {
    private static final long FRESH_NANOS = 50_000_000;

    private final DSLContext db;
    private volatile Heard heard = new Heard(0, Map.of());
    private volatile boolean read;

    StoredStanding(DSLContext db) {
        this.db = db;
    }

    @Override
    public long lastHeard_ms(int device) {
        return Math.abs(fresh().by.getOrDefault(device, 0L));
    }

    @Override
    public boolean silent(int device) {
        return fresh().by.getOrDefault(device, 0L) < 0;
    }

    private Heard fresh() {
        Heard known = heard;
        if (!read || System.nanoTime() - known.at > FRESH_NANOS) {
            known = new Heard(System.nanoTime(), read());
            heard = known;
            read = true;
        }
        return known;
    }

    /** The time, negative for the silent. */
    private Map<Integer, Long> read() {
        Map<Integer, Long> by = new HashMap<>();
        db.fetch("select device, last_seen, silent_since is not null as silent from cs_sense.device_state"
                        + " where last_seen is not null")
                .forEach(row -> {
                    long at = row.get("last_seen", OffsetDateTime.class)
                            .toInstant()
                            .toEpochMilli();
                    by.put(row.get("device", Integer.class), row.get("silent", Boolean.class) ? -at : at);
                });
        return by;
    }

    private record Heard(long at, Map<Integer, Long> by) {}
}
