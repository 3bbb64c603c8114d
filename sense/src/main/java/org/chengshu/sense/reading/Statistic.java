package org.chengshu.sense.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the numbers of a bucket come to. A percentile lies between the two nearest numbers in proportion; {@code twa} is the
 * average over time, each number held until the next.
 */
record Statistic(Kind kind, double percent) {
    private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,2})?)");

    enum Kind {
        MIN,
        MAX,
        AVG,
        SUM,
        COUNT,
        FIRST,
        LAST,
        TWA,
        PERCENTILE
    }

    static Optional<Statistic> find(String word) {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.PERCENTILE && kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(new Statistic(kind, 0));
            }
        }
        Matcher percentile = PERCENTILE.matcher(word);
        return percentile.matches()
                ? Optional.of(new Statistic(Kind.PERCENTILE, Double.parseDouble(percentile.group(1))))
                : Optional.empty();
    }

    /** Whether rollups of hours know it. */
    boolean isInRollups() {
        return switch (kind) {
            case MIN, MAX, AVG, SUM, COUNT, LAST -> true;
            case FIRST, TWA, PERCENTILE -> false;
        };
    }
}
