package org.chengshu.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads the times of one message, which arrived at {@code received}. */
record Times(Instant received, Instant latest) {
    static final Duration AHEAD = Duration.ofDays(1);
    static final String EXPECTED = "a time is epoch milliseconds or ISO 8601 with an offset";
    private static final int LONGEST_ISO = 40;

    static Times ofArrival(Instant received) {
        return new Times(received, received.plus(AHEAD));
    }

    /** The time, or a fault that costs {@code lost} values. */
    Optional<Instant> read(Value ts, Place place, int lost, Faults faults) {
        Optional<Instant> time = instant(ts);
        if (time.isEmpty()) {
            faults.add(new WireFault(WireFault.Kind.BAD_TIME, place.toString(), EXPECTED, lost));
        } else if (time.get().isBefore(Instant.EPOCH) || time.get().isAfter(latest)) {
            String detail = time.get() + " lies before 1970 or more than a day after arrival";
            faults.add(new WireFault(WireFault.Kind.TIME_OUT_OF_RANGE, place.toString(), detail, lost));
            return Optional.empty();
        }
        return time;
    }

    private static Optional<Instant> instant(Value ts) {
        return switch (ts) {
            case Value.Num(double millis) -> ofMillis(millis);
            case Value.Str(String text) -> ofIso(text);
            case Value.Bool ignored -> Optional.empty();
        };
    }

    private static Optional<Instant> ofMillis(double millis) {
        return millis == Math.rint(millis) ? Optional.of(Instant.ofEpochMilli((long) millis)) : Optional.empty();
    }

    private static Optional<Instant> ofIso(String text) {
        if (text.length() > LONGEST_ISO) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
