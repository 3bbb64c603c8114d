package org.chengshu.sense.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.chengshu.sense.codec.Micros;

/**
 * A stretch of time cut into buckets: edges in epoch microseconds, one more than there are buckets. The first and the last
 * bucket are cut at the ends of the stretch. Pure, immutable.
 */
record Grid(long[] edges) {
    /** Buckets of seconds to hours are counted from a Monday's midnight in the city, so that they begin as people expect. */
    private static final LocalDate A_MONDAY = LocalDate.of(2001, 1, 1);

    private static final List<Step> LADDER = List.of(
            Step.of(Duration.ofSeconds(1)),
            Step.of(Duration.ofSeconds(5)),
            Step.of(Duration.ofSeconds(10)),
            Step.of(Duration.ofSeconds(30)),
            Step.of(Duration.ofMinutes(1)),
            Step.of(Duration.ofMinutes(5)),
            Step.of(Duration.ofMinutes(10)),
            Step.of(Duration.ofMinutes(30)),
            Step.of(Duration.ofHours(1)),
            Step.of(Duration.ofHours(3)),
            Step.of(Duration.ofHours(6)),
            Step.of(Duration.ofHours(12)),
            Step.of(Period.ofDays(1)),
            Step.of(Period.ofWeeks(1)),
            Step.of(Period.ofMonths(1)),
            Step.of(Period.ofYears(1)));

    /** How long a bucket is: a duration, or days, weeks, months or years of the city's calendar. */
    record Step(Duration duration, Period period) {
        static Step of(Duration duration) {
            return new Step(duration, Period.ZERO);
        }

        static Step of(Period period) {
            return new Step(Duration.ZERO, period);
        }

        boolean isCalendar() {
            return !period.isZero();
        }

        /** Roughly, for choosing and limiting. */
        @SuppressWarnings("JavaPeriodGetDays") // months are added beside
        Duration about() {
            return isCalendar()
                    ? Duration.ofDays(period.getDays())
                            .plus(ChronoUnit.MONTHS.getDuration().multipliedBy(period.toTotalMonths()))
                    : duration;
        }

        @Override
        public String toString() {
            return isCalendar() ? period.toString() : duration.toString();
        }
    }

    /** The finest step of round length that makes no more buckets than this. */
    static Step fitting(Instant from, Instant to, int most) {
        Duration length = Duration.between(from, to);
        return LADDER.stream()
                .filter(step -> length.dividedBy(step.about()) < most)
                .findFirst()
                .orElse(LADDER.getLast());
    }

    static long count(Instant from, Instant to, Step step) {
        return Duration.between(from, to).dividedBy(step.about()) + 2;
    }

    static Grid of(Instant from, Instant to, Step step, ZoneId zone) {
        long begin = Micros.of(from);
        long end = Micros.of(to);
        long[] edges = new long[(int) count(from, to, step) + 2];
        int size = 0;
        edges[size++] = begin;
        if (step.isCalendar()) {
            for (ZonedDateTime edge = floor(from.atZone(zone), step.period()).plus(step.period());
                    edge.toInstant().isBefore(to);
                    edge = edge.plus(step.period())) {
                edges[size++] = Micros.of(edge.toInstant());
            }
        } else {
            long origin = Micros.of(A_MONDAY.atStartOfDay(zone).toInstant());
            long length = step.duration().toNanos() / 1_000;
            for (long edge = origin + (Math.floorDiv(begin - origin, length) + 1) * length;
                    edge < end;
                    edge += length) {
                edges[size++] = edge;
            }
        }
        edges[size++] = end;
        return new Grid(Arrays.copyOf(edges, size));
    }

    /** Where the bucket of the calendar begins that holds the time. */
    @SuppressWarnings("JavaPeriodGetDays") // a step has months or days
    private static ZonedDateTime floor(ZonedDateTime time, Period step) {
        ZonedDateTime day = time.toLocalDate().atStartOfDay(time.getZone());
        long months = step.toTotalMonths();
        if (months > 0) {
            long month = day.getYear() * 12L + day.getMonthValue() - 1;
            return day.withDayOfMonth(1).minusMonths(Math.floorMod(month, months));
        }
        long days = ChronoUnit.DAYS.between(A_MONDAY, day.toLocalDate());
        return day.minusDays(Math.floorMod(days, (long) step.getDays()));
    }

    int size() {
        return edges.length - 1;
    }

    /** The bucket that holds a time within the stretch. */
    int of(long micros) {
        int at = Arrays.binarySearch(edges, micros);
        return at >= 0 ? Math.min(at, size() - 1) : -at - 2;
    }

    /** Whether all edges between the first and the last lie on whole hours. */
    boolean isOfHours() {
        for (int i = 1; i < size(); i++) {
            if (edges[i] % 3_600_000_000L != 0) {
                return false;
            }
        }
        return size() > 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grid grid && Arrays.equals(edges, grid.edges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }
}
