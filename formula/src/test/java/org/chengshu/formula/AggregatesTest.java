package org.chengshu.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AggregatesTest {
    private static final double NO = Double.NaN;

    @Test
    void passesOverWhatIsMissing() {
        double[] values = {NO, 4, 1, NO, 7};

        assertThat(Aggregates.count(values)).isEqualTo(3);
        assertThat(Aggregates.mean(values, 3)).hasValue(4);
        assertThat(Aggregates.sum(values, 1)).hasValue(12);
        assertThat(Aggregates.min(values, 1)).hasValue(1);
        assertThat(Aggregates.max(values, 1)).hasValue(7);
        assertThat(Aggregates.first(values, 1)).hasValue(4);
        assertThat(Aggregates.last(values, 1)).hasValue(7);
        assertThat(Aggregates.maxOf(NO, 2, NO, 3)).hasValue(3);
    }

    @Test
    void givesNothingBelowItsCoverage() {
        double[] values = {NO, 4, 1};

        assertThat(Aggregates.mean(values, 3)).isEmpty();
        assertThat(Aggregates.last(values, 3)).isEmpty();
        assertThat(Aggregates.sum(new double[] {NO}, 0)).isEmpty();
        assertThat(Aggregates.maxOf()).isEmpty();
    }

    @Test
    void slidesAWindowOverADay() {
        double[] hours = {1, 2, 3, NO, 5, NO, NO, 8};

        assertThat(Aggregates.slidingMean(hours, 3, 2)).containsExactly(NO, NO, 2, 2.5, 4, NO, NO, NO);
        assertThat(Aggregates.slidingMean(hours, 1, 1)).containsExactly(hours);
        assertThat(Aggregates.slidingMean(new double[0], 8, 6)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Aggregates.slidingMean(hours, 0, 1));
    }

    @Test
    void namesAllThatShareTheLargest() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("pm25", 80.0);
        values.put("o3", 80.0);
        values.put("so2", 20.0);
        values.put("co", NO);

        assertThat(Aggregates.largest(values)).containsExactly("pm25", "o3");
        assertThat(Aggregates.largest(Map.of("co", NO))).isEmpty();
    }

    @Property(tries = 200)
    void aMeanLiesBetweenTheSmallestAndTheLargest(
            @ForAll @Size(min = 1, max = 48) List<@DoubleRange(min = -1e6, max = 1e6) Double> numbers,
            @ForAll @IntRange(min = 1, max = 8) int window) {
        double[] values = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        double smallest = Aggregates.min(values, 1).orElseThrow();
        double largest = Aggregates.max(values, 1).orElseThrow();

        for (double mean : Aggregates.slidingMean(values, window, 1)) {
            assertThat(Double.isNaN(mean) || (mean >= smallest - 1e-6 && mean <= largest + 1e-6))
                    .isTrue();
        }
        assertThat(Aggregates.sum(values, 1).orElseThrow() / values.length)
                .isCloseTo(Aggregates.mean(values, 1).orElseThrow(), within(1e-6));
    }
}
