package org.chengshu.sense.rulebook;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.rules.Baseline;
import org.chengshu.sense.rules.Usual;
import org.springframework.stereotype.Component;

/**
 * What is usual for each device at the hours around now, prepared ahead by a job so that judging asks memory only. At any
 * other hour nothing is known, and a rule that asks is not judged.
 */
@Component
public final class UsualBook {
    private volatile Map<Key, Usual.Band> bands = Map.of();

    /** A property of a device at an hour, counted from the epoch. */
    public record Key(int device, String property, long hour) {}

    Usual of(KnownDevice device, Instant time) {
        Map<Key, Usual.Band> known = bands;
        long hour = Baseline.hour(time);
        return property -> Optional.ofNullable(known.get(new Key(device.id(), property, hour)));
    }

    public void replace(Map<Key, Usual.Band> newBands) {
        bands = Map.copyOf(newBands);
    }
}
