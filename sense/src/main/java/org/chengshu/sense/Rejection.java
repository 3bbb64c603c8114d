package org.chengshu.sense;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What was wrong with a value that was not taken, and where: the device it came for, the place in the message or file, the
 * property and time where known, a short piece of the value. {@code lost} is how many values it cost. Immutable.
 */
public record Rejection(
        String device,
        RejectionReason reason,
        String place,
        Optional<String> property,
        Optional<Instant> time,
        String detail,
        int lost) {
    public static final int MAX_DETAIL = 300;

    public Rejection {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(place, "place");
        detail = detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL) : detail;
        if (lost < 1) {
            throw new IllegalArgumentException("a rejection costs at least one value, not " + lost);
        }
    }
}
