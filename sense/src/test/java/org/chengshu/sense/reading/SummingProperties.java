package org.chengshu.sense.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.chengshu.sense.codec.Columns;
import org.junit.jupiter.api.Test;

class SummingProperties {
    private static final Grid TENS = new Grid(new long[] {0, 10, 20, 30, 40});

    @Property(tries = 200)
    void everyStatisticIsThatOfTheNumbersInTheBucket(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 39) Integer> times) {
        TreeMap<Long, Double> truth = new TreeMap<>();
        times.forEach(time -> truth.put((long) time, time * 7 % 11 / 2.0));
        Summing sums = sums(truth, Long.MAX_VALUE);

        for (int bucket = 0; bucket < 4; bucket++) {
            double[] numbers = truth.subMap(bucket * 10L, (bucket + 1) * 10L).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            assertThat(value(sums, bucket, "count")).isEqualTo(numbers.length);
            if (numbers.length == 0) {
                assertThat(value(sums, bucket, "avg")).isNaN();
                continue;
            }
            double[] sorted = numbers.clone();
            Arrays.sort(sorted);
            assertThat(value(sums, bucket, "min")).isEqualTo(sorted[0]);
            assertThat(value(sums, bucket, "max")).isEqualTo(sorted[sorted.length - 1]);
            assertThat(value(sums, bucket, "first")).isEqualTo(numbers[0]);
            assertThat(value(sums, bucket, "last")).isEqualTo(numbers[numbers.length - 1]);
            assertThat(value(sums, bucket, "p50"))
                    .isEqualTo((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
            assertThat(value(sums, bucket, "sum"))
                    .isEqualTo(Arrays.stream(numbers).sum());
        }
    }

    @Property(tries = 200)
    void theAverageOverTimeHoldsEachNumberUntilTheNext(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 39) Integer> times,
            @ForAll @IntRange(min = 1, max = 50) int hold) {
        TreeMap<Long, Double> truth = new TreeMap<>();
        times.forEach(time -> truth.put((long) time, time * 7 % 11 / 2.0));
        Summing sums = sums(truth, hold);

        for (int bucket = 0; bucket < 4; bucket++) {
            double area = 0;
            int known = 0;
            for (long tick = bucket * 10L; tick < (bucket + 1) * 10L; tick++) {
                var before = truth.floorEntry(tick);
                if (before != null && tick < before.getKey() + hold) {
                    area += before.getValue();
                    known++;
                }
            }
            double average = value(sums, bucket, "twa");
            if (known == 0) {
                assertThat(average).isNaN();
            } else {
                assertThat(average).isCloseTo(area / known, within(1e-9));
            }
        }
    }

    @Test
    void whatHeldBeforeIsCarriedIn() {
        Summing sums = new Summing(TENS, false, 100);
        sums.carryIn(-20, 4);
        Columns points = new Columns();
        points.addNumber(5, 8);
        sums.add(points);
        sums.end(10);

        assertThat(value(sums, 0, "twa")).isEqualTo(6);
        assertThat(value(sums, 1, "twa")).isNaN();
    }

    private static Summing sums(NavigableMap<Long, Double> truth, long hold) {
        Summing sums = new Summing(TENS, true, hold);
        Columns points = new Columns();
        truth.forEach(points::addNumber);
        sums.add(points);
        sums.end(40);
        return sums;
    }

    private static double value(Summing sums, int bucket, String word) {
        return sums.value(bucket, Statistic.find(word).orElseThrow());
    }
}
