package org.chengshu.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Rounding that is not fooled by the noise of binary fractions: a number within a billionth of a boundary (or within four
 * units in its last place, where that is more) counts as being on it.
 */
final class Rounding {
    static final double TOLERANCE = 1e-9;

    private Rounding() {}

    private static double tolerance(double x) {
        return Math.max(TOLERANCE, 4 * Math.ulp(x));
    }

    /** Up to the next integer, as HJ 633 asks for; 50.0000000001 is 50. */
    static double up(double x) {
        return Math.ceil(x - tolerance(x)) + 0.0;
    }

    /** To the nearest integer, halves away from zero (四舍五入). */
    static double half(double x) {
        return Math.copySign(Math.floor(Math.abs(x) + 0.5 + tolerance(x)), x) + 0.0;
    }

    /** To the nearest integer, halves to the even one (GB/T 8170). */
    static double even(double x) {
        double nearest = Math.rint(x);
        double half = Math.floor(x) + 0.5;
        return (Math.abs(x - half) <= tolerance(x) ? Math.rint(half) : nearest) + 0.0;
    }

    /** The same with the given number of decimal digits, 0 to 9. */
    static double even(double x, double digits) {
        return scaled(even(shifted(x, digits)), digits);
    }

    static double half(double x, double digits) {
        return scaled(half(shifted(x, digits)), digits);
    }

    private static double shifted(double x, double digits) {
        if (digits != Math.rint(digits) || digits < 0 || digits > 9) {
            throw new EvaluationFault(EvaluationFault.Reason.ARITHMETIC, "rounding knows 0 to 9 digits, not " + digits);
        }
        return BigDecimal.valueOf(x).scaleByPowerOfTen((int) digits).doubleValue();
    }

    private static double scaled(double whole, double digits) {
        return BigDecimal.valueOf(whole)
                .scaleByPowerOfTen((int) -digits)
                .setScale((int) digits, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
