package org.chengshu.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class RoundingProperties {
    @Property
    void noiseAroundAnIntegerDoesNotRoundUp(
            @ForAll @IntRange(min = -100_000, max = 100_000) int whole,
            @ForAll @DoubleRange(min = -9e-10, max = 9e-10) @Scale(14) double noise) {
        assertThat(Rounding.up(whole + noise)).isEqualTo(whole);
    }

    @Property
    void anythingMoreThanNoiseRoundsUp(
            @ForAll @IntRange(min = -100_000, max = 100_000) int whole,
            @ForAll @DoubleRange(min = 1e-8, max = 1) @Scale(12) double more) {
        assertThat(Rounding.up(whole + more)).isEqualTo(whole + 1.0);
    }

    @Property
    void decimalsRoundAsOnPaper(
            @ForAll @BigRange(min = "-100000", max = "100000") @Scale(4) BigDecimal number,
            @ForAll @IntRange(max = 3) int digits) {
        double x = number.doubleValue();

        assertThat(Rounding.half(x, digits)).isEqualTo(onPaper(number, digits, RoundingMode.HALF_UP));
        assertThat(Rounding.even(x, digits)).isEqualTo(onPaper(number, digits, RoundingMode.HALF_EVEN));
        assertThat(Rounding.half(x)).isEqualTo(onPaper(number, 0, RoundingMode.HALF_UP));
        assertThat(Rounding.even(x)).isEqualTo(onPaper(number, 0, RoundingMode.HALF_EVEN));
        assertThat(Rounding.up(x)).isEqualTo(onPaper(number, 0, RoundingMode.CEILING));
    }

    @Example
    void sumsOfFractionsRoundAsOnPaper() {
        assertThat(Rounding.half(1.1 + 2.2 + 0.2)).isEqualTo(4);
        assertThat(Rounding.half(1.005, 2)).isEqualTo(1.01);
        assertThat(Rounding.half(-2.5)).isEqualTo(-3);
        assertThat(Rounding.even(0.1 * 25)).isEqualTo(2);
        assertThat(Rounding.up(1e15 + 0.125)).isEqualTo(1e15);
        assertThatExceptionOfType(EvaluationFault.class).isThrownBy(() -> Rounding.half(1, 1.5));
        assertThatExceptionOfType(EvaluationFault.class).isThrownBy(() -> Rounding.even(1, 10));
    }

    private static double onPaper(BigDecimal number, int digits, RoundingMode mode) {
        return number.setScale(digits, mode).doubleValue() + 0.0;
    }
}
