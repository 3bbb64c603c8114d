package org.chengshu.sense.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.chengshu.wire.Value;
import org.junit.jupiter.api.Test;

/** What every store of readings promises. */
abstract class ReadingStoreContract {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant EVER = Instant.parse("2030-01-01T00:00:00Z");
    private static final int LIMIT = 100_000;

    abstract ReadingStore store();

    /** Stores as the intake does. */
    abstract BitSet storeNow(ReadingRows rows);

    /** What the store does by itself now and then. */
    abstract void pack();

    /** The node ends at once and starts again. */
    abstract void restart();

    /** A series that no other test uses. */
    abstract int series();

    @Test
    void keepsNumbersTruthValuesAndTexts() {
        int series = series();
        ReadingRows rows = new ReadingRows();
        rows.add(series, NOON, Value.of(12.5));
        rows.add(series, NOON.plusSeconds(1), Value.of(true));
        rows.add(series, NOON.plusSeconds(2), Value.of("北风 ' \\ \n"));
        storeNow(rows);

        assertThat(store().points(series, NOON, EVER, 10))
                .containsExactly(
                        new Point(NOON, Value.of(12.5)),
                        new Point(NOON.plusSeconds(1), Value.of(true)),
                        new Point(NOON.plusSeconds(2), Value.of("北风 ' \\ \n")));
    }

    @Test
    void keepsTimesToTheMicrosecond() {
        int series = series();
        Instant time = Instant.parse("1999-12-31T23:59:59.999999Z");
        ReadingRows rows = new ReadingRows();
        rows.add(series, time, Value.of(1));
        storeNow(rows);

        assertThat(store().points(series, Instant.EPOCH, EVER, 10)).containsExactly(new Point(time, Value.of(1)));
    }

    @Test
    void storesOnceAndTheFirstStands() {
        int series = series();
        ReadingRows rows = new ReadingRows();
        rows.add(series, NOON, Value.of(1));
        rows.add(series, NOON, Value.of(2));
        rows.add(series, NOON.plusSeconds(1), Value.of(3));
        assertThat(storeNow(rows)).isEqualTo(bits(0, 2));

        assertThat(storeNow(rows)).isEqualTo(bits());
        assertThat(store().points(series, NOON, EVER, 10))
                .containsExactly(new Point(NOON, Value.of(1)), new Point(NOON.plusSeconds(1), Value.of(3)));
    }

    @Test
    void theLatestIsTheNewestByTimeNotByArrival() {
        int series = series();
        ReadingRows rows = new ReadingRows();
        rows.add(series, NOON, Value.of(1));
        storeNow(rows);
        ReadingRows older = new ReadingRows();
        older.add(series, NOON.minusSeconds(60), Value.of(2));
        storeNow(older);

        assertThat(store().latest(List.of(series))).containsEntry(series, new Point(NOON, Value.of(1)));
    }

    @Test
    void whenThereAreTooManyTheLastOnesComeInOrder() {
        int series = series();
        ReadingRows rows = new ReadingRows();
        for (int i = 0; i < 10; i++) {
            rows.add(series, NOON.plusSeconds(i), Value.of((double) i));
        }
        storeNow(rows);

        assertThat(store().points(series, NOON, EVER, 2))
                .containsExactly(
                        new Point(NOON.plusSeconds(8), Value.of(8)), new Point(NOON.plusSeconds(9), Value.of(9)));
    }

    @Test
    void hoursStayRightUnderLateAndDoubleReadings() {
        int series = series();
        Random random = new Random(42);
        Map<Instant, Double> truth = new TreeMap<>();
        for (int batch = 0; batch < 20; batch++) {
            ReadingRows rows = new ReadingRows();
            for (int i = 0; i < 40; i++) {
                Instant time = NOON.plus(random.nextInt(600), ChronoUnit.MINUTES);
                double value = random.nextInt(1000) / 4.0;
                rows.add(series, time, Value.of(value));
                truth.putIfAbsent(time, value);
            }
            storeNow(rows);
        }

        assertThat(buckets(series, "PT1H", NOON, NOON.plusSeconds(36_000))).isEqualTo(expected(truth, 3_600));
        assertThat(buckets(series, "PT2H", NOON, NOON.plusSeconds(36_000))).isEqualTo(expected(truth, 7_200));
        assertThat(buckets(series, "PT15M", NOON, NOON.plusSeconds(36_000))).isEqualTo(expected(truth, 900));
    }

    @Test
    void manyRowsAreStoredAsFewAre() {
        int one = series();
        int other = series();
        ReadingRows rows = new ReadingRows();
        for (int i = 0; i < 30_000; i++) {
            int series = i % 2 == 0 ? one : other;
            rows.add(series, NOON.plusSeconds(i / 2 * 37L), series == one ? Value.of((double) i) : Value.of("t" + i));
        }
        assertThat(storeNow(rows).cardinality()).isEqualTo(30_000);
        assertThat(storeNow(rows).cardinality()).isZero();

        assertThat(store().points(one, NOON, EVER, LIMIT)).hasSize(15_000);
        assertThat(store().points(other, NOON, EVER, 1).getFirst().value()).isEqualTo(Value.of("t29999"));
        assertThat(store().latest(List.of(one)).get(one).value()).isEqualTo(Value.of(29_998));
    }

    @Test
    void truthValuesCountAsZeroAndOne() {
        int series = series();
        ReadingRows rows = new ReadingRows();
        rows.add(series, NOON, Value.of(true));
        rows.add(series, NOON.plusSeconds(60), Value.of(false));
        storeNow(rows);

        assertThat(buckets(series, "PT1H", NOON, NOON.plusSeconds(3_600)))
                .containsExactly(Map.entry(NOON, new Bucket(NOON, 0, 0.5, 1, 0, 2)));
    }

    private Map<Instant, Bucket> buckets(int series, String bucket, Instant from, Instant to) {
        Map<Instant, Bucket> found = new TreeMap<>();
        store().buckets(series, new ReadingStore.Span(from, to, Duration.parse(bucket)), Instant.EPOCH, LIMIT)
                .forEach(one -> found.put(one.time(), one));
        return found;
    }

    private static Map<Instant, Bucket> expected(Map<Instant, Double> truth, long seconds) {
        Map<Instant, List<Double>> values = new TreeMap<>();
        truth.forEach((time, value) -> values.computeIfAbsent(
                        Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds),
                        start -> new ArrayList<>())
                .add(value));
        Map<Instant, Bucket> buckets = new TreeMap<>();
        values.forEach((start, list) -> {
            DoubleSummaryStatistics sums =
                    list.stream().mapToDouble(Double::doubleValue).summaryStatistics();
            buckets.put(
                    start,
                    new Bucket(start, sums.getMin(), sums.getAverage(), sums.getMax(), list.getLast(), list.size()));
        });
        return buckets;
    }

    private static BitSet bits(int... rows) {
        BitSet bits = new BitSet();
        for (int row : rows) {
            bits.set(row);
        }
        return bits;
    }
}
