package org.chengshu.sense.rules;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All that the rules remember of one device. Immutable, so that a batch that fails leaves the former one standing. */
public record DeviceMemory(Optional<Instant> lastTime, Map<String, Held> held, Map<String, Run> runs) {
    public static final DeviceMemory EMPTY = new DeviceMemory(Optional.empty(), Map.of(), Map.of());

    public DeviceMemory {
        Objects.requireNonNull(lastTime, "lastTime");
        held = Map.copyOf(held);
        runs = Map.copyOf(runs);
    }

    public boolean isLate(Instant time) {
        return lastTime.filter(last -> !time.isAfter(last)).isPresent();
    }
}
