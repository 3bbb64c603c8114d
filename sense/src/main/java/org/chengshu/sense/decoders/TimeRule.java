package org.chengshu.sense.decoders;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * How a time is written: {@code epoch-s}, {@code epoch-ms}, {@code iso} with an offset, or a pattern of
 * {@link DateTimeFormatter} in a zone. Immutable.
 */
sealed interface TimeRule {
    Duration AHEAD = Duration.ofDays(1);
    int LONGEST = 64;

    record Epoch(double perSecond) implements TimeRule {}

    record Iso() implements TimeRule {}

    record Pattern(DateTimeFormatter format, ZoneId zone) implements TimeRule {}

    static TimeRule of(String format, Optional<ZoneId> zone) {
        return switch (format) {
            case "epoch-s" -> new Epoch(1);
            case "epoch-ms" -> new Epoch(1_000);
            case "iso" -> new Iso();
            default ->
                new Pattern(
                        DateTimeFormatter.ofPattern(format, Locale.ROOT),
                        zone.orElseThrow(() -> new IllegalArgumentException("a time by a pattern needs a zone")));
        };
    }

    /** Whether a time of that moment can be taken from a message that arrived then, as telemetry has it. */
    static boolean isWithin(Instant time, Instant received) {
        return !time.isBefore(Instant.EPOCH) && !time.isAfter(received.plus(AHEAD));
    }

    /** Nothing when it cannot be read. */
    default Optional<Instant> read(Object raw) {
        String text = Conversion.text(raw).strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (this) {
                        case Epoch(double perSecond) -> ofEpoch(Double.parseDouble(text) / perSecond);
                        case Iso() -> OffsetDateTime.parse(text).toInstant();
                        case Pattern(DateTimeFormatter format, ZoneId zone) -> ofPattern(text, format, zone);
                    });
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Instant ofEpoch(double seconds) {
        if (!(Math.abs(seconds) < 1e12)) {
            throw new ArithmeticException("no time of this world");
        }
        long whole = (long) Math.floor(seconds);
        return Instant.ofEpochSecond(whole, Math.round((seconds - whole) * 1e6) * 1_000);
    }

    private static Instant ofPattern(String text, DateTimeFormatter format, ZoneId zone) {
        TemporalAccessor read = format.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return read instanceof OffsetDateTime exact
                ? exact.toInstant()
                : LocalDateTime.from(read).atZone(zone).toInstant();
    }
}
