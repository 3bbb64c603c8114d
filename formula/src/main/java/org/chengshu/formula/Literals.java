package org.chengshu.formula;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations and timestamps that stand in the source, read once when it is compiled. */
final class Literals {
    private static final Pattern PARTS = Pattern.compile("[-+]?(?:\\d+(?:\\.\\d+)?(?:h|m|s|ms|us|ns))+");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|us|ns|h|m|s)");
    private static final Map<String, Long> NANOS = Map.of(
            "h",
            3_600_000_000_000L,
            "m",
            60_000_000_000L,
            "s",
            1_000_000_000L,
            "ms",
            1_000_000L,
            "us",
            1_000L,
            "ns",
            1L);
    private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000L);
    private static final Duration LONGEST = Duration.ofDays(366L * 10_000);
    private static final int LONGEST_TEXT = 60;

    private Literals() {}

    /** CEL's form ({@code 6h}, {@code 1h30m}, {@code 250ms}) or ISO 8601 ({@code PT6H}); up to 10,000 years. */
    static Optional<Duration> duration(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        try {
            Duration duration = PARTS.matcher(text).matches() ? sum(text) : Duration.parse(text);
            return Optional.of(duration).filter(found -> found.abs().compareTo(LONGEST) <= 0);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** ISO 8601 with an offset. */
    static Optional<Instant> timestamp(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration sum(String text) {
        BigDecimal nanos = BigDecimal.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(NANOS.get(part.group(2)))));
        }
        BigDecimal[] seconds = nanos.divideAndRemainder(NANOS_PER_SECOND);
        Duration sum = Duration.ofSeconds(seconds[0].longValueExact(), seconds[1].longValue());
        return text.startsWith("-") ? sum.negated() : sum;
    }
}
