package org.chengshu.formula;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/** What all tables share: finite, ascending numbers, found by halving. */
final class Ascending {
    private Ascending() {}

    static void requireFinite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("a table holds finite numbers, not " + number);
        }
    }

    static void require(List<Double> numbers) {
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("a table needs at least one row");
        }
        numbers.forEach(Ascending::requireFinite);
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i) <= numbers.get(i - 1)) {
                throw new IllegalArgumentException(
                        "a table ascends: " + numbers.get(i) + " comes after " + numbers.get(i - 1));
            }
        }
    }

    static void require(List<Double> thresholds, int size) {
        require(thresholds);
        if (thresholds.size() != size) {
            throw new IllegalArgumentException(thresholds.size() + " thresholds, but " + size + " answers");
        }
    }

    /** The index of the last number that is not above x; -1 when all are. */
    static int lastNotAbove(double x, int size, IntToDoubleFunction numbers) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numbers.applyAsDouble(middle) <= x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    static int step(double x, List<Double> thresholds) {
        int at = lastNotAbove(x, thresholds.size(), thresholds::get);
        if (at < 0) {
            throw new EvaluationFault(
                    EvaluationFault.Reason.OUTSIDE_TABLE, x + " lies below the first step " + thresholds.getFirst());
        }
        return at;
    }
}
