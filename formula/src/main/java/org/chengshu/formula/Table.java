package org.chengshu.formula;

import java.util.List;
import java.util.Objects;

/**
 * A table of a standard that formulas can read by number: a curve between points, or steps with a text or a number each.
 * Immutable; limits, order and lengths are checked when it is made.
 */
public sealed interface Table {
    /** What a curve answers outside of its points. */
    enum Beyond {
        /** The value of the nearest end. */
        CLAMP,
        /** An {@link EvaluationFault}. */
        REFUSE
    }

    /** One point of a curve. */
    record Point(double x, double y) {
        public Point {
            Ascending.requireFinite(x);
            Ascending.requireFinite(y);
        }
    }

    /**
     * Straight lines between points with ascending x: continuous, exact at the points, monotone where the points are.
     * HJ 633 gives its air quality sub-indices in this form.
     */
    record Curve(List<Point> points, Beyond beyond) implements Table {
        public Curve {
            points = List.copyOf(points);
            Objects.requireNonNull(beyond, "beyond");
            Ascending.require(points.stream().map(Point::x).toList());
        }

        /** The y for an x. */
        public double at(double x) {
            int at = Ascending.lastNotAbove(x, points.size(), i -> points.get(i).x());
            if (at >= 0 && points.get(at).x() == x) {
                return points.get(at).y();
            }
            if (at < 0 || at == points.size() - 1) {
                return outside(x, points.get(Math.max(at, 0)).y());
            }
            return between(points.get(at), points.get(at + 1), x);
        }

        private double outside(double x, double end) {
            if (beyond == Beyond.REFUSE) {
                throw new EvaluationFault(EvaluationFault.Reason.OUTSIDE_TABLE, x + " lies outside of the curve");
            }
            return end;
        }

        private static double between(Point low, Point high, double x) {
            double y = low.y() + (x - low.x()) * (high.y() - low.y()) / (high.x() - low.x());
            return Math.clamp(y, Math.min(low.y(), high.y()), Math.max(low.y(), high.y()));
        }
    }

    /** A text from each threshold (included) up to the next; below the first there is none. */
    record Steps(List<Double> thresholds, List<String> labels) implements Table {
        public Steps {
            thresholds = List.copyOf(thresholds);
            labels = List.copyOf(labels);
            Ascending.require(thresholds, labels.size());
        }

        /** The text for a number; an {@link EvaluationFault} below the first threshold. */
        public String at(double x) {
            return labels.get(Ascending.step(x, thresholds));
        }
    }

    /** A number from each threshold (included) up to the next; below the first there is none. */
    record Levels(List<Double> thresholds, List<Double> numbers) implements Table {
        public Levels {
            thresholds = List.copyOf(thresholds);
            numbers = List.copyOf(numbers);
            numbers.forEach(Ascending::requireFinite);
            Ascending.require(thresholds, numbers.size());
        }

        /** The number for a number; an {@link EvaluationFault} below the first threshold. */
        public double at(double x) {
            return numbers.get(Ascending.step(x, thresholds));
        }
    }
}
