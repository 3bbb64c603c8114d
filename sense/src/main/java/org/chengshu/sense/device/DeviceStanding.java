package org.chengshu.sense.device;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.chengshu.sense.DeviceStatus;
import org.springframework.stereotype.Component;

/** How devices stand at this moment, as {@link DeviceStatus} says. */
@Component
public final class DeviceStanding {
    private static final Duration USUAL = Duration.ofDays(1);

    private final HeardDevices heard;
    private final Clock clock;

    DeviceStanding(HeardDevices heard, Clock clock) {
        this.heard = heard;
        this.clock = clock;
    }

    public DeviceStatus status(KnownDevice device) {
        long last = heard.lastHeard_ms(device.id());
        if (last == 0) {
            return DeviceStatus.OFFLINE;
        }
        long patience = device.product().maxSilence().orElse(USUAL).toMillis();
        return heard.silent(device.id()) || last + patience < clock.millis()
                ? DeviceStatus.SILENT
                : DeviceStatus.ONLINE;
    }

    public Optional<Instant> lastHeard(KnownDevice device) {
        long last = heard.lastHeard_ms(device.id());
        return last == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(last));
    }
}
