package org.chengshu.alarm;

import java.util.Objects;
import java.util.UUID;

/** Names one alarm for good; sorts by the time it was recorded. Immutable. */
public record AlarmId(UUID value) {
    public AlarmId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
