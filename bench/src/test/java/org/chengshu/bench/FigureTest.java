package org.chengshu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengshu.bench.Figure.Yardstick;
import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void isALineOfSevenColumns() {
        Figure figure =
                new Figure("intake", 350_000, "readings/s", Yardstick.measured(1_000_000), Goal.ratioAtLeast(0.35));

        assertThat(figure.line()).isEqualTo("intake\t350000\treadings/s\t1000000\t0.350\t>=0.350\tok");
    }

    @Test
    void withoutAYardstickHasNoRatioAndIsHeldAgainstItsGoal() {
        Figure figure = new Figure("latency", 120.25, "ms", Yardstick.none(), Goal.atMost(100));

        assertThat(figure.line()).isEqualTo("latency\t120.3\tms\tfixed\t-\t<=100\tshort");
        assertThat(figure.json()).containsEntry("ratio", null).containsEntry("yardstick", "fixed");
    }

    @Test
    void thatWasNotMeasuredIsShort() {
        Rounds rounds = new Rounds();

        Figure figure = new Figure("none", rounds.median("ours"), "s", Yardstick.measured(1), Goal.ratioAtLeast(0));

        assertThat(figure.isMet()).isFalse();
    }

    @Test
    void countsTheMedianOfItsRounds() {
        Rounds rounds = new Rounds();
        rounds.add("ours", 9);
        rounds.add("ours", 1);
        assertThat(rounds.median("ours")).isEqualTo(5);
        rounds.add("ours", 2);
        assertThat(rounds.median("ours")).isEqualTo(2);
    }
}
