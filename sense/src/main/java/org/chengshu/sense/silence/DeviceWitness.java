package org.chengshu.sense.silence;

import java.time.OffsetDateTime;
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

    private Witness witness(KnownDevice device) {
        return new Witness(
                db.fetchOptional("select last_seen from cs_sense.device_state where device = ?", device.id())
                        .map(row -> row.get(0, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                device.product().maxSilence());
    }
}
