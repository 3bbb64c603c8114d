package org.chengshu.sense.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.Settings;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.sense.codec.Columns;
import org.chengshu.sense.codec.Folding;
import org.chengshu.sense.codec.Micros;
import org.chengshu.sense.testing.SenseAlone;
import org.chengshu.wire.Value;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;

/**
 * On a database of its own, because blocks belong to one node. In a city whose days begin on whole hours (UTC) until April
 * and within an hour from then on.
 */
@SpringBootTest(
        classes = {SenseAlone.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@TestPropertySource(
        properties = {"chengshu.setting.readings.pack-after=PT12H", "chengshu.setting.city.zone=Australia/Lord_Howe"})
class PostgresReadingsTest extends ReadingStoreContract {
    private static final AtomicInteger SERIES = new AtomicInteger(1_000_000);

    @Autowired
    Transactions transactions;

    @Autowired
    DSLContext db;

    @Autowired
    Settings settings;

    private StoreAlone alone;

    @BeforeEach
    void startANode() {
        alone = new StoreAlone(db, transactions, settings);
    }

    @Override
    ReadingStore store() {
        return alone.store();
    }

    @Override
    BitSet storeNow(ReadingRows rows) {
        return alone.storeNow(rows);
    }

    @Override
    void pack() {
        alone.pack();
    }

    @Override
    void restart() {
        alone.restart();
    }

    @Override
    int series() {
        return SERIES.incrementAndGet();
    }

    @Test
    void whatRollsBackNeverWas() {
        int series = series();
        ReadingRows rows = new ReadingRows();
        rows.add(series, NOON, Value.of(1));
        Fresh lost = store().sift(rows);
        try {
            transactions.run(() -> {
                store().write(lost);
                throw new IllegalStateException("no");
            });
        } catch (IllegalStateException e) {
            // as it was meant
        }

        assertThat(store().isWritten(lost)).isFalse();
        assertThat(store().points(series, NOON, EVER, 10)).isEmpty();
        assertThat(storeNow(rows).cardinality()).isEqualTo(1);
    }

    @Test
    void aCommitWhoseAnswerWasLostIsFoundAndCountsOnce() {
        int series = series();
        ReadingRows rows = new ReadingRows();
        rows.add(series, NOON, Value.of(1));
        Fresh unanswered = store().sift(rows);
        transactions.run(() -> store().write(unanswered));

        assertThat(store().isWritten(unanswered)).isTrue();
        storeNow(rows);
        alone.flush();
        restart();
        pack();
        assertThat(store().points(series, NOON, EVER, 10)).hasSize(1);
        assertThat(hour(series, NOON)).isEqualTo("1 1");
    }

    @Test
    void afterPackingNothingIsLeftInTheLog() {
        ReadingRows rows = new ReadingRows();
        rows.add(series(), NOON, Value.of(1));
        storeNow(rows);
        pack();

        assertThat(db.fetch("select 1 from cs_sense.block")).isEmpty();
    }

    @Test
    void aFullTailSaysSoUntilItIsPacked() throws InterruptedException {
        int series = series();
        long most = settings.get(StoreSettings.TAIL) / 24;
        ReadingRows rows = new ReadingRows();
        for (int i = 0; i <= most; i++) {
            rows.addNumber(series, i * 1_000L, i % 100);
        }
        storeNow(rows);
        assertThat(store().hasRoom()).isFalse();
        assertThat(store().awaitRoom(Duration.ofMillis(1))).isFalse();

        pack();

        assertThat(store().hasRoom()).isTrue();
        assertThat(store().awaitRoom(Duration.ofMillis(1))).isTrue();
        assertThat(db.fetchSingle("select max(count) from cs_sense.chunk where series = ?", series)
                        .get(0, Integer.class))
                .isLessThanOrEqualTo(Folding.MOST_POINTS);
    }

    @Test
    void theRowsOfFormerReleasesArePackedMonthByMonthAndNothingIsLost() {
        int series = series();
        int other = series();
        db.execute("""
                create table cs_sense.reading (series integer not null, time timestamptz not null,
                    seq smallint not null default 0, num double precision, text text, bool boolean,
                    primary key (series, time, seq)) partition by range (time)""");
        for (int month = 1; month <= 3; month++) {
            db.execute("create table cs_sense.reading_20250" + month
                    + " partition of cs_sense.reading for values from ('2025-0" + month + "-01+00') to ('2025-0"
                    + (month + 1) + "-01+00')");
        }
        db.execute("""
                insert into cs_sense.reading (series, time, num)
                select ?, time, extract(epoch from time)::bigint % 1000 / 4.0
                from generate_series(timestamptz '2025-01-01+00', '2025-03-31T23:59:00+00', interval '1 minute') time""", series);
        db.execute("""
                insert into cs_sense.reading (series, time, text, bool)
                values (?, '2025-02-01T00:00:00.000001Z', 'before', null), (?, '2025-02-02+00', null, true)""", other, other);
        db.execute("insert into cs_sense.latest (series, time, bool) values (?, '2025-02-02+00', true)", other);

        restart();

        Instant from = Instant.parse("2025-01-01T00:00:00Z");
        List<Point> points = store().points(series, from, EVER, 1_000_000);
        assertThat(points).hasSize(90 * 1_440);
        assertThat(points)
                .allMatch(point -> point.value().equals(Value.of(point.time().getEpochSecond() % 1_000 / 4.0)));
        assertThat(store().points(other, from, EVER, 9))
                .containsExactly(
                        new Point(Instant.parse("2025-02-01T00:00:00.000001Z"), Value.of("before")),
                        new Point(Instant.parse("2025-02-02T00:00:00Z"), Value.of(true)));
        assertThat(store().latest(List.of(other)).get(other).value()).isEqualTo(Value.of(true));
        assertThat(db.fetchSingle("select to_regclass('cs_sense.reading')::text")
                        .get(0))
                .isNull();
    }

    /** Batches, doubles, late readings, packing, restarts, and deaths between the packer's transactions, as they come. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverHappensTheReadingsAreThoseThatWereStored(long seed) {
        Random random = new Random(seed);
        List<Integer> series = List.of(series(), series(), series());
        Map<Integer, NavigableMap<Instant, Value>> model = new TreeMap<>();
        series.forEach(id -> model.put(id, new TreeMap<>()));
        int days = 1 + random.nextInt(60);
        for (int step = 0; step < 40; step++) {
            switch (random.nextInt(12)) {
                case 10, 11 -> amend(random, series, days, model);
                case 9 -> alone.makeDays();
                case 8 -> erase(random, series, days, model);
                case 0 -> alone.pack();
                case 1 -> alone.flush();
                case 2 -> alone.restart();
                case 3 -> alone.packAndDieAfter(random.nextInt(4));
                default -> batch(random, series, days, step, model);
            }
            int one = series.get(random.nextInt(series.size()));
            assertThat(stored(one)).isEqualTo(model.get(one));
        }
        alone.pack();
        series.forEach(id -> check(id, model.get(id)));
        alone.restart();
        series.forEach(id -> check(id, model.get(id)));
    }

    private void batch(
            Random random, List<Integer> series, int days, int step, Map<Integer, NavigableMap<Instant, Value>> model) {
        ReadingRows rows = new ReadingRows();
        BitSet expected = new BitSet();
        boolean late = random.nextInt(3) == 0;
        int size = 1 + random.nextInt(random.nextBoolean() ? 20 : 3_000);
        for (int row = 0; row < size; row++) {
            int id = series.get(random.nextInt(series.size()));
            long minute = late ? random.nextInt(days * 1440) : (long) step * days * 36 + random.nextInt(2_000);
            Instant time = NOON.plus(minute, ChronoUnit.MINUTES);
            Value value = value(random);
            rows.add(id, time, value);
            expected.set(row, model.get(id).putIfAbsent(time, value) == null);
        }
        assertThat(storeNow(rows)).isEqualTo(expected);
    }

    private void erase(
            Random random, List<Integer> series, int days, Map<Integer, NavigableMap<Instant, Value>> model) {
        Instant from = NOON.plusSeconds(random.nextInt(days * 86_400));
        Instant to = from.plusSeconds(random.nextInt(days * 40_000) + 1L);
        Set<Integer> some = Set.copyOf(series.subList(0, 1 + random.nextInt(series.size())));
        long expected = 0;
        for (int id : some) {
            Map<Instant, Value> gone = model.get(id).subMap(from, to);
            expected += gone.size();
            gone.clear();
        }
        assertThat(store().erase(some, from, to)).isEqualTo(expected);
    }

    /** Another word on some readings that are there, some new ones, and some that go. */
    private void amend(
            Random random, List<Integer> series, int days, Map<Integer, NavigableMap<Instant, Value>> model) {
        int id = series.get(random.nextInt(series.size()));
        NavigableMap<Instant, Value> known = model.get(id);
        Instant from = NOON.plus(random.nextInt(days * 1440), ChronoUnit.MINUTES);
        boolean take = random.nextInt(3) == 0;
        Columns put = new Columns();
        List<Long> gone = new ArrayList<>();
        for (Instant time : List.copyOf(known.subMap(from, from.plus(1 + random.nextInt(600), ChronoUnit.MINUTES))
                .keySet())) {
            if (random.nextInt(3) == 0) {
                Value value = value(random);
                put.add(Micros.of(time), value);
                known.put(time, value);
            } else if (take) {
                gone.add(Micros.of(time));
                known.remove(time);
            }
        }
        Instant time = from.plus(601, ChronoUnit.MINUTES);
        put.add(Micros.of(time), Value.of(7));
        known.put(time, Value.of(7));
        boolean[] done = new boolean[1];
        store().amend(new ReadingStore.Amendment(id, put, gone), () -> done[0] = true);
        assertThat(done[0]).isTrue();
    }

    /** Twenty sensors report each minute, with some jitter, a temperature of one digit that wanders. */
    @Test
    void packedReadingsAreManyTimesSmallerThanRowsOfAPlainTable() {
        int perSeries = 7 * 1_440;
        List<Integer> series = new ArrayList<>();
        Random random = new Random(11);
        for (int sensor = 0; sensor < 20; sensor++) {
            int id = series();
            series.add(id);
            ReadingRows rows = new ReadingRows();
            double level = 20;
            for (int minute = 0; minute < perSeries; minute++) {
                level += random.nextGaussian() * 0.3;
                rows.addNumber(
                        id,
                        Micros.of(NOON) + minute * 60_000_000L + random.nextInt(200) * 1_000L,
                        Math.rint(level * 10) / 10);
            }
            storeNow(rows);
        }
        pack();
        db.execute("""
                create table plain_reading (series integer not null, time timestamptz not null,
                    seq smallint not null default 0, num double precision, text text, bool boolean,
                    primary key (series, time, seq))""");
        db.execute("""
                insert into plain_reading (series, time, num)
                select s, timestamptz '2026-03-01Z' + m * interval '1 minute', m / 10.0
                from unnest(?::int[]) s, generate_series(1, ?) m order by m, s""", series.toArray(Integer[]::new), perSeries);
        double plain =
                db.fetchSingle("select pg_total_relation_size('plain_reading')").get(0, Long.class)
                        / (double) (series.size() * perSeries);
        // A row's own size, and generously what the page, its place on it and the key in the index take.
        double packed = db.fetchSingle(
                                "select sum(pg_column_size(c.*) + 80) from cs_sense.chunk c where series = any(?)",
                                (Object) series.toArray(Integer[]::new))
                        .get(0, Long.class)
                / (double) (series.size() * perSeries);

        assertThat(plain / packed).isGreaterThan(20);
        assertThat(ReadingStore.PLAIN_BYTES).isBetween(plain * 0.8, plain * 1.02);
    }

    @Test
    void droppedReadingsLeaveTheirHoursAndTheLatest() {
        int series = series();
        ReadingRows rows = new ReadingRows();
        for (int hour = 0; hour < 2_000; hour++) {
            rows.add(series, NOON.plus(hour, ChronoUnit.HOURS), Value.of(hour));
        }
        storeNow(rows);
        pack();

        assertThat(store().dropReadings(List.of(series), NOON.plus(60, ChronoUnit.DAYS)))
                .isBetween(700L, 1_440L);
        assertThat(store().points(series, NOON, EVER, 10_000)).hasSizeBetween(560, 1_300);
        assertThat(store().hours(List.of(series), NOON, EVER).get(series)).hasSize(2_000);
        assertThat(store().dropReadings(List.of(series), EVER)).isPositive();
        assertThat(store().latest(List.of(series)).get(series).value()).isEqualTo(Value.of(1_999));
        restart();
        assertThat(store().latest(List.of(series)).get(series).value()).isEqualTo(Value.of(1_999));
        assertThat(store().dropHours(List.of(series), NOON.plus(10, ChronoUnit.HOURS)))
                .isEqualTo(10);
    }

    private static Value value(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> Value.of(random.nextBoolean());
            case 1 -> Value.of("word " + random.nextInt(5));
            case 2 -> Value.of(random.nextInt() / 64.0);
            default -> Value.of(random.nextInt(4_000) / 4.0);
        };
    }

    private Map<Instant, Value> stored(int series) {
        Map<Instant, Value> all = new TreeMap<>();
        store().points(series, NOON.minusSeconds(1), EVER, 1_000_000)
                .forEach(point -> all.put(point.time(), point.value()));
        return all;
    }

    private void check(int series, NavigableMap<Instant, Value> truth) {
        assertThat(stored(series)).isEqualTo(truth);
        if (!truth.isEmpty()) {
            assertThat(store().latest(List.of(series)).get(series))
                    .isEqualTo(new Point(truth.lastKey(), truth.lastEntry().getValue()));
        }
        alone.flush();
        assertThat(hours(series)).isEqualTo(expectedHours(truth));
        assertThat(days(series)).isEqualTo(expectedDays(truth));
        alone.makeDays();
        assertThat(days(series)).isEqualTo(expectedDays(truth));
        assertThat(overlaps(series)).isZero();
    }

    private Map<LocalDate, String> days(int series) {
        Map<LocalDate, String> days = new TreeMap<>();
        store().days(List.of(series), LocalDate.of(2026, 2, 1), LocalDate.of(2030, 1, 1))
                .get(series)
                .forEach(day -> days.put(
                        LocalDate.ofInstant(Micros.instant(day.begin()), zone()),
                        day.count() + " " + day.sum() + " " + day.min() + " " + day.max() + " " + day.last()));
        return days;
    }

    private Map<LocalDate, String> expectedDays(NavigableMap<Instant, Value> truth) {
        Map<LocalDate, List<Double>> numbers = new TreeMap<>();
        truth.forEach((time, value) -> number(value).ifPresent(number -> numbers.computeIfAbsent(
                        LocalDate.ofInstant(time, zone()), day -> new ArrayList<>())
                .add(number)));
        Map<LocalDate, String> days = new TreeMap<>();
        numbers.forEach((day, list) -> {
            var sums = list.stream().mapToDouble(Double::doubleValue).summaryStatistics();
            days.put(
                    day,
                    sums.getCount() + " " + sums.getSum() + " " + sums.getMin() + " " + sums.getMax() + " "
                            + list.getLast());
        });
        return days;
    }

    private ZoneId zone() {
        return CitySettings.of(settings).zone();
    }

    private Map<Instant, String> hours(int series) {
        Map<Instant, String> hours = new TreeMap<>();
        db.fetch("select hour, count, sum, min, max, last from cs_sense.hour where series = ?", series)
                .forEach(row -> hours.put(
                        row.get("hour", OffsetDateTime.class).toInstant(),
                        row.get("count") + " " + row.get("sum") + " " + row.get("min") + " " + row.get("max") + " "
                                + row.get("last")));
        return hours;
    }

    private String hour(int series, Instant hour) {
        return db.fetchSingle(
                        "select count || ' ' || sum from cs_sense.hour where series = ? and hour = ?::timestamptz",
                        series,
                        hour.toString())
                .get(0, String.class);
    }

    private static Map<Instant, String> expectedHours(NavigableMap<Instant, Value> truth) {
        Map<Instant, List<Double>> numbers = new TreeMap<>();
        truth.forEach((time, value) -> number(value).ifPresent(number -> numbers.computeIfAbsent(
                        time.truncatedTo(ChronoUnit.HOURS), hour -> new ArrayList<>())
                .add(number)));
        Map<Instant, String> hours = new TreeMap<>();
        numbers.forEach((hour, list) -> {
            var sums = list.stream().mapToDouble(Double::doubleValue).summaryStatistics();
            hours.put(
                    hour,
                    sums.getCount() + " " + sums.getSum() + " " + sums.getMin() + " " + sums.getMax() + " "
                            + list.getLast());
        });
        return hours;
    }

    private static Optional<Double> number(Value value) {
        return switch (value) {
            case Value.Num(double number) -> Optional.of(number);
            case Value.Bool(boolean flag) -> Optional.of(flag ? 1.0 : 0.0);
            case Value.Str ignored -> Optional.empty();
        };
    }

    private int overlaps(int series) {
        return db.fetchSingle("""
                        select count(*) from cs_sense.chunk a join cs_sense.chunk b
                        on b.series = a.series and b.first > a.first and b.first <= a.last
                        where a.series = ?""", series).get(0, Integer.class);
    }
}
