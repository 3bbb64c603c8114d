package org.chengshu.sense.silence;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chengshu.alarm.Alarms;
import org.chengshu.alarm.Signal;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.intake.Signals;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * Raises an alarm when a device has not been heard for longer than its product allows, on arrival time. The time before
 * this node's start does not count, because the platform itself may have been deaf. The intake clears the alarm.
 */
@Component
final class SilenceWatch {
    private final DSLContext db;
    private final Transactions transactions;
    private final DeviceRegistry registry;
    private final Alarms alarms;
    private final Clock clock;
    private final Instant start;

    SilenceWatch(DSLContext db, Transactions transactions, DeviceRegistry registry, Alarms alarms, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.registry = registry;
        this.alarms = alarms;
        this.clock = clock;
        this.start = clock.instant();
    }

    void look() {
        transactions.run(() -> {
            Instant now = clock.instant();
            List<Signal> signals = fallSilent(now).stream()
                    .flatMap(row -> signal(row, now).stream())
                    .toList();
            if (!signals.isEmpty()) {
                alarms.raiseAll(signals);
            }
        });
    }

    /** Rows that the intake is writing at this moment are passed over: those devices are being heard. */
    private List<Record> fallSilent(Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        return db.fetch("""
                with late as (
                    select st.device from cs_sense.device_state st
                    join cs_sense.device d on d.id = st.device and not d.retired
                    join cs_sense.product p on p.id = d.product and not p.retired
                    where st.silent_since is null and st.last_seen is not null
                        and greatest(st.last_seen, ?::timestamptz) + p.max_silence_ms * interval '1 millisecond'
                            < ?::timestamptz
                    order by st.device
                    for update of st skip locked
                )
                update cs_sense.device_state st set silent_since = ?::timestamptz
                from late where st.device = late.device
                returning st.device, st.last_seen""", start.atOffset(ZoneOffset.UTC), at, at);
    }

    private Optional<Signal> signal(Record row, Instant now) {
        Instant lastSeen = row.get("last_seen", OffsetDateTime.class).toInstant();
        return registry.find(row.get("device", Integer.class))
                .filter(device -> device.product().maxSilence().isPresent())
                .map(device -> Signals.silence(device, lastSeen, now));
    }
}
