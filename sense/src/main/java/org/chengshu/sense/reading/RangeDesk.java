package org.chengshu.sense.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.PropertyType;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.codec.Columns;
import org.chengshu.sense.codec.Micros;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.device.SeriesRef;
import org.chengshu.sense.store.Point;
import org.chengshu.sense.store.ReadingStore;
import org.chengshu.sense.store.Rollup;
import org.chengshu.wire.Value;
import org.springframework.stereotype.Component;

/** Answers questions over many series, from the rollups of hours where they can tell, else from the readings. */
@Component
final class RangeDesk {
    static final long MOST_READINGS = 10_000_000;
    static final long MOST_NUMBERS_KEPT = 2_000_000;
    static final long MOST_HOURS = 3_000_000;
    private static final Duration HOUR = Duration.ofHours(1);

    private final ReadingStore store;
    private final Clock clock;
    private final CitySettings settings;

    RangeDesk(ReadingStore store, Clock clock, CitySettings settings) {
        this.store = store;
        this.clock = clock;
        this.settings = settings;
    }

    /** A series that the viewer may see. */
    record Asked(KnownDevice device, SeriesRef series) {}

    /** The sums of each series, in the order of asking. */
    record Sums(Grid grid, boolean fromRollups, List<Summing> series) {}

    Sums sum(List<Asked> asked, RangeQuestion question) {
        for (Asked one : asked) {
            if (one.series().property().type() == PropertyType.TEXT) {
                throw new Fault(
                        SenseError.RANGE_FAULTY,
                        one.device().code() + ":" + one.series().property().id()
                                + " holds texts, which have no buckets");
            }
        }
        Grid grid = Grid.of(question.from(), question.to(), question.step(), settings.zone());
        boolean rollups = question.rollupsKnow()
                && (grid.isOfHours() || question.step().isCalendar())
                && !ceil(question.from()).isAfter(floor(question.to()));
        check(asked, question, rollups);
        List<Summing> sums = rollups ? fromRollups(asked, question, grid) : fromReadings(asked, question, grid);
        return new Sums(grid, rollups, sums);
    }

    private void check(List<Asked> asked, RangeQuestion question, boolean rollups) {
        if (rollups) {
            long hours = Duration.between(question.from(), question.to()).toHours() * asked.size();
            if (hours > MOST_HOURS && !question.step().isCalendar()) {
                throw new Fault(SenseError.RANGE_FAULTY, "at most " + MOST_HOURS + " hours of series, not " + hours);
            }
            return;
        }
        long most = question.wants(Statistic.Kind.PERCENTILE) ? MOST_NUMBERS_KEPT : MOST_READINGS;
        long readings = 0;
        for (Asked one : asked) {
            readings += store.count(one.series().id(), question.from(), question.to());
        }
        if (readings > most) {
            throw new Fault(
                    SenseError.RANGE_FAULTY,
                    "that takes " + readings + " readings, at most " + most
                            + "; ask for a shorter range or fewer series"
                            + " (min, max, avg, sum, count and last over whole hours take none)");
        }
    }

    private List<Summing> fromRollups(List<Asked> asked, RangeQuestion question, Grid grid) {
        List<Integer> ids = asked.stream().map(one -> one.series().id()).toList();
        List<Summing> sums = new ArrayList<>();
        asked.forEach(one -> sums.add(new Summing(grid, false, 0)));
        LocalDate first = ceilDay(question.from());
        LocalDate last = LocalDate.ofInstant(question.to(), settings.zone());
        // What lies within one day has no edge of a bucket inside, so that whole hours may be taken.
        if (!question.step().isCalendar() || first.isAfter(last)) {
            addHours(ids, question.from(), question.to(), sums);
            return sums;
        }
        addHours(ids, question.from(), begin(first), sums);
        Map<Integer, List<Rollup>> days = store.days(ids, first, last);
        for (int i = 0; i < sums.size(); i++) {
            days.get(ids.get(i)).forEach(sums.get(i)::add);
        }
        addHours(ids, begin(last), question.to(), sums);
        return sums;
    }

    /** From whole hours, and at the edges from the readings. */
    private void addHours(List<Integer> ids, Instant from, Instant to, List<Summing> sums) {
        Instant begin = ceil(from);
        Instant end = floor(to);
        if (begin.isAfter(end)) {
            for (int i = 0; i < sums.size(); i++) {
                store.each(ids.get(i), from, to, sums.get(i)::add);
            }
            return;
        }
        Map<Integer, List<Rollup>> hours = store.hours(ids, begin, end);
        for (int i = 0; i < sums.size(); i++) {
            Summing sum = sums.get(i);
            store.each(ids.get(i), from, begin, sum::add);
            hours.get(ids.get(i)).forEach(sum::add);
            store.each(ids.get(i), end, to, sum::add);
        }
    }

    private LocalDate ceilDay(Instant time) {
        LocalDate day = LocalDate.ofInstant(time, settings.zone());
        return begin(day).equals(time) ? day : day.plusDays(1);
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(settings.zone()).toInstant();
    }

    private static Instant ceil(Instant time) {
        Instant floor = floor(time);
        return floor.equals(time) ? time : floor.plus(HOUR);
    }

    private static Instant floor(Instant time) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), 3_600) * 3_600);
    }

    private List<Summing> fromReadings(List<Asked> asked, RangeQuestion question, Grid grid) {
        List<Summing> sums = new ArrayList<>();
        Instant now = clock.instant();
        Instant known = question.to().isBefore(now) ? question.to() : now;
        for (Asked one : asked) {
            long hold = one.device()
                    .product()
                    .maxSilence()
                    .map(silence -> silence.toNanos() / 1_000)
                    .orElse(Long.MAX_VALUE);
            Summing sum = new Summing(grid, question.wants(Statistic.Kind.PERCENTILE), hold);
            if (question.wants(Statistic.Kind.TWA)) {
                before(one, question.from())
                        .ifPresent(point -> sum.carryIn(Micros.of(point.time()), number(point.value())));
            }
            store.each(one.series().id(), question.from(), question.to(), sum::add);
            sum.end(Micros.of(known));
            sums.add(sum);
        }
        return sums;
    }

    private Optional<Point> before(Asked one, Instant time) {
        return store.points(one.series().id(), Instant.EPOCH, time, 1).stream()
                .filter(point -> !(point.value() instanceof Value.Str))
                .findFirst();
    }

    private static double number(Value value) {
        return switch (value) {
            case Value.Num(double number) -> number;
            case Value.Bool(boolean flag) -> flag ? 1 : 0;
            case Value.Str ignored -> Double.NaN;
        };
    }

    /** Hands out the readings of a series, in order, however many. */
    void each(Asked one, Instant from, Instant to, Consumer<Columns> taker) {
        store.each(one.series().id(), from, to, taker);
    }

    Map<Integer, Point> latest(List<KnownDevice> devices) {
        List<Integer> series = new ArrayList<>();
        devices.forEach(device -> device.series().values().forEach(one -> series.add(one.id())));
        return new HashMap<>(store.latest(series));
    }
}
