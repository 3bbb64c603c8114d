package org.chengshu.core.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans and amounts as people write them: {@code 30s}, {@code 12h}, {@code 64MiB}. */
final class Quantities {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,15})\\s*([A-Za-z]*)");
    private static final Map<String, Duration> SPANS = spans();
    private static final Map<String, Long> AMOUNTS = amounts();

    private Quantities() {}

    static Optional<Duration> duration(String text) {
        Matcher parts = NUMBER_AND_UNIT.matcher(text.strip());
        try {
            if (parts.matches() && SPANS.containsKey(parts.group(2).toLowerCase(Locale.ROOT))) {
                Duration unit = SPANS.get(parts.group(2).toLowerCase(Locale.ROOT));
                return Optional.of(unit.multipliedBy(Long.parseLong(parts.group(1))));
            }
            return Optional.of(Duration.parse(text.strip()));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    static Optional<Long> bytes(String text) {
        Matcher parts = NUMBER_AND_UNIT.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String unit = parts.group(2).toLowerCase(Locale.ROOT);
        Long size = unit.isEmpty() ? Long.valueOf(1) : AMOUNTS.get(unit);
        try {
            return Optional.ofNullable(size).map(each -> Math.multiplyExact(each, Long.parseLong(parts.group(1))));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** In the largest unit that leaves a whole number. */
    static String written(Duration span) {
        String best = span.toString();
        for (Map.Entry<String, Duration> unit : SPANS.entrySet()) {
            long size = unit.getValue().toMillis();
            if (span.toMillis() % size == 0 && span.toNanosPart() % 1_000_000 == 0) {
                best = span.toMillis() / size + unit.getKey();
            }
        }
        return best;
    }

    static String written(long amount) {
        String best = amount + "B";
        for (Map.Entry<String, Long> unit : AMOUNTS.entrySet()) {
            if (unit.getKey().endsWith("ib") && amount != 0 && amount % unit.getValue() == 0) {
                best = amount / unit.getValue() + unit.getKey().substring(0, 1).toUpperCase(Locale.ROOT) + "iB";
            }
        }
        return best;
    }

    private static Map<String, Duration> spans() {
        Map<String, Duration> units = new LinkedHashMap<>();
        units.put("ms", Duration.ofMillis(1));
        units.put("s", Duration.ofSeconds(1));
        units.put("m", Duration.ofMinutes(1));
        units.put("h", Duration.ofHours(1));
        units.put("d", Duration.ofDays(1));
        return units;
    }

    private static Map<String, Long> amounts() {
        Map<String, Long> units = new LinkedHashMap<>();
        long decimal = 1;
        long binary = 1;
        units.put("b", 1L);
        for (String letter : new String[] {"k", "m", "g", "t"}) {
            decimal *= 1_000;
            binary *= 1_024;
            units.put(letter + "b", decimal);
            units.put(letter + "ib", binary);
        }
        return units;
    }
}
