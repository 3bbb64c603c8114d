package org.chengshu.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.chengshu.formula.EvaluationFault.Reason;
import org.chengshu.formula.Table.Beyond;
import org.chengshu.formula.Table.Curve;
import org.chengshu.formula.Table.Levels;
import org.chengshu.formula.Table.Point;
import org.chengshu.formula.Table.Steps;

class TableProperties {
    @Property
    void aCurveIsExactAtItsPoints(@ForAll("rising") Curve curve) {
        assertThat(curve.points())
                .allSatisfy(point -> assertThat(curve.at(point.x())).isEqualTo(point.y()));
    }

    @Property
    void aRisingCurveNeverFalls(
            @ForAll("rising") Curve curve,
            @ForAll @DoubleRange(min = -50, max = 2_000) double one,
            @ForAll @DoubleRange(max = 2_000) double more) {
        assertThat(curve.at(one + more)).isGreaterThanOrEqualTo(curve.at(one));
    }

    @Property
    void aCurveDoesNotJump(@ForAll("rising") Curve curve, @ForAll @DoubleRange(min = -50, max = 2_000) double x) {
        double near = 1e-7;
        double steepest = 0;
        for (int i = 1; i < curve.points().size(); i++) {
            Point low = curve.points().get(i - 1);
            Point high = curve.points().get(i);
            steepest = Math.max(steepest, (high.y() - low.y()) / (high.x() - low.x()));
        }
        assertThat(curve.at(x + near)).isCloseTo(curve.at(x), within(steepest * near * 1.01 + 1e-9));
    }

    @Property
    void aCurveStaysWithinTheEndsOfItsPiece(@ForAll @Size(2) List<@DoubleRange(min = -1e9, max = 1e9) Double> ends) {
        Curve curve = new Curve(List.of(new Point(1, ends.get(0)), new Point(4, ends.get(1))), Beyond.REFUSE);

        for (double x = 1; x <= 4; x += 0.125) {
            assertThat(curve.at(x)).isBetween(Math.min(ends.get(0), ends.get(1)), Math.max(ends.get(0), ends.get(1)));
        }
    }

    @Example
    void beyondItsPointsACurveClampsOrRefuses() {
        List<Point> points = List.of(new Point(0, 10), new Point(1, 20));

        assertThat(new Curve(points, Beyond.CLAMP).at(-5)).isEqualTo(10);
        assertThat(new Curve(points, Beyond.CLAMP).at(5)).isEqualTo(20);
        Curve strict = new Curve(points, Beyond.REFUSE);
        assertThat(strict.at(1)).isEqualTo(20);
        assertThat(reason(() -> strict.at(1.0001))).isEqualTo(Reason.OUTSIDE_TABLE);
        assertThat(reason(() -> strict.at(-0.0001))).isEqualTo(Reason.OUTSIDE_TABLE);
    }

    @Example
    void aStepBeginsAtItsThreshold() {
        Steps steps = new Steps(List.of(0.0, 51.0), List.of("good", "fair"));

        assertThat(List.of(steps.at(0), steps.at(50.9), steps.at(51), steps.at(1e9)))
                .containsExactly("good", "good", "fair", "fair");
        assertThat(reason(() -> steps.at(-1))).isEqualTo(Reason.OUTSIDE_TABLE);
        assertThat(new Levels(List.of(0.0, 10.0), List.of(1.0, 2.5)).at(10)).isEqualTo(2.5);
    }

    @Example
    void aTableInDisorderCannotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Curve(List.of(), Beyond.CLAMP));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curve(List.of(new Point(1, 1), new Point(1, 2)), Beyond.CLAMP))
                .withMessageContaining("ascends");
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Steps(List.of(1.0, 2.0), List.of("one")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Levels(List.of(1.0), List.of(Double.POSITIVE_INFINITY)));
    }

    @Provide
    Arbitrary<Curve> rising() {
        Arbitrary<Double> gaps = Arbitraries.doubles().between(0.01, 200).ofScale(3);
        return gaps.list().ofMinSize(2).ofMaxSize(16).map(TableProperties::risingBy);
    }

    private static Curve risingBy(List<Double> gaps) {
        List<Point> points = new ArrayList<>();
        double x = 0;
        double y = 0;
        for (int i = 0; i + 1 < gaps.size(); i += 2) {
            points.add(new Point(x, y));
            x += gaps.get(i);
            y += gaps.get(i + 1);
        }
        return new Curve(points, Beyond.CLAMP);
    }

    private static Reason reason(Runnable reading) {
        try {
            reading.run();
        } catch (EvaluationFault fault) {
            return fault.reason();
        }
        throw new AssertionError("was not refused");
    }
}
