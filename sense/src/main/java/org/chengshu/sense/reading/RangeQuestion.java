package org.chengshu.sense.reading;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.SenseError;

/** A checked question for the readings of [from, to) in buckets. */
record RangeQuestion(Instant from, Instant to, Grid.Step step, List<Statistic> statistics, List<String> words) {
    static final int MOST_BUCKETS = 10_000;
    private static final int USUAL_BUCKETS = 500;
    private static final Duration USUAL_SPAN = Duration.ofDays(1);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Pattern CALENDAR = Pattern.compile("P(\\d{1,4}[DWMY])");
    private static final List<String> USUAL = List.of("min", "avg", "max", "count");

    RangeQuestion {
        statistics = List.copyOf(statistics);
        words = List.copyOf(words);
    }

    static RangeQuestion of(
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> bucket,
            Optional<Integer> points,
            List<String> stats,
            Clock clock) {
        Instant end = to.orElseGet(clock::instant);
        Instant start = from.orElseGet(() -> end.minus(USUAL_SPAN));
        checkRange(start, end);
        int most = points.orElse(USUAL_BUCKETS);
        if (most < 1 || most > MOST_BUCKETS) {
            throw new Fault(SenseError.RANGE_FAULTY, "points must be 1.." + MOST_BUCKETS + ", not " + most);
        }
        Grid.Step step = bucket.map(RangeQuestion::step).orElseGet(() -> Grid.fitting(start, end, most));
        if (Grid.count(start, end, step) > MOST_BUCKETS) {
            throw new Fault(
                    SenseError.RANGE_FAULTY,
                    "buckets of " + step + " make more than " + MOST_BUCKETS + "; take longer ones or a shorter range");
        }
        List<String> words = stats.isEmpty() ? USUAL : stats;
        List<Statistic> statistics = new ArrayList<>();
        words.forEach(
                word -> statistics.add(
                        Statistic.find(word)
                                .orElseThrow(
                                        () -> new Fault(
                                                SenseError.RANGE_FAULTY,
                                                "'" + word
                                                        + "' is none of min, max, avg, sum, count, first, last, twa, or a percentile such as p95"))));
        return new RangeQuestion(start, end, step, statistics, words);
    }

    static void checkRange(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new Fault(SenseError.RANGE_FAULTY, "'from' lies before 'to'");
        }
        if (from.isBefore(Instant.EPOCH) || to.isAfter(Instant.parse("2200-01-01T00:00:00Z"))) {
            throw new Fault(SenseError.RANGE_FAULTY, "'from' and 'to' lie between 1970 and 2200");
        }
    }

    private static Grid.Step step(String text) {
        try {
            if (CALENDAR.matcher(text).matches()) {
                Period period = Period.parse(text);
                if (!period.isZero()) {
                    return Grid.Step.of(period);
                }
            }
            Duration duration = Duration.parse(text);
            if (duration.compareTo(SHORTEST) >= 0) {
                return Grid.Step.of(duration);
            }
        } catch (DateTimeException e) {
            throw new Fault(
                    SenseError.RANGE_FAULTY, "bucket '" + text + "' is no duration such as PT5M, P1D or P1M", e);
        }
        throw new Fault(SenseError.RANGE_FAULTY, "a bucket is at least " + SHORTEST);
    }

    boolean rollupsKnow() {
        return statistics.stream().allMatch(Statistic::isInRollups);
    }

    boolean wants(Statistic.Kind kind) {
        return statistics.stream().anyMatch(one -> one.kind() == kind);
    }
}
