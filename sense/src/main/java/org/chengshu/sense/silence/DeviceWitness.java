package org.chengshu.sense.silence;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.chengshu.core.spi.Witness;
import org.chengshu.core.spi.WitnessSource;
import org.chengshu.sense.Device;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells when a device was last heard, for those who wait for its word. */
@Component
final class DeviceWitness implements WitnessSource {
    private final DSLContext db;
    private final DeviceRegistry registry;

    DeviceWitness(DSLContext db, DeviceRegistry registry) {
        this.db = db;
        this.registry = registry;
    }

    @Override
    public String subjectKind() {
        return Device.KIND;
    }

    @Override
    public Optional<Witness> find(String subjectId) {
        return registry.find(subjectId).map(this::witness);
    }

    @Override
    public Optional<Instant> heardThroughout(String subjectId, Instant from, Instant to) {
        return registry.find(subjectId)
                .flatMap(device -> device.product().maxSilence().flatMap(longest -> heard(device, from, to, longest)));
    }

    private Optional<Instant> heard(KnownDevice device, Instant from, Instant to, Duration longest) {
        return db.fetchOptional("""
                        with asked as (
                            select ?::timestamptz as start, ?::timestamptz as stop, ? * interval '1 millisecond' as longest
                        ),
                        signs as (
                            select distinct r.time
                            from asked, cs_sense.series s join cs_sense.reading r on r.series = s.id
                            where s.device = ? and r.time >= asked.start - asked.longest and r.time <= asked.stop
                        ),
                        pauses as (
                            select time - lag(time) over (order by time) as pause
                            from (select time from signs union select stop from asked) as t (time)
                        )
                        select max(signs.time) as last from signs
                        having min(signs.time) <= (select start from asked)
                           and (select max(pause) from pauses) <= (select longest from asked)
                        """, utc(from), utc(to), longest.toMillis(), device.id())
                .map(row -> row.get(0, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private Witness witness(KnownDevice device) {
        return new Witness(
                db.fetchOptional("select last_seen from cs_sense.device_state where device = ?", device.id())
                        .map(row -> row.get(0, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                device.product().maxSilence());
    }
}
