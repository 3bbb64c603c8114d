package org.chengshu.sense.codec;

/** Numbers as whole numbers of a decimal scale, which is what sensors report; exact or not at all. */
final class Decimals {
    /** No scale holds the number. */
    static final int NONE = -1;

    static final int MOST_DIGITS = 9;
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    /** Up to here a double tells whole numbers apart. */
    private static final double LARGEST = 1L << 53;

    private Decimals() {}

    /** The smallest scale, from this one on to the largest allowed, that holds the number exactly; or none. */
    static int scale(double number, int from, int most) {
        for (int scale = from; scale <= most; scale++) {
            if (fits(number, scale)) {
                return scale;
            }
        }
        return NONE;
    }

    /** Compared by bits, so that a negative zero stays one. */
    static boolean fits(double number, int scale) {
        double scaled = Math.rint(number * POWERS[scale]);
        return Math.abs(scaled) < LARGEST
                && Double.doubleToRawLongBits((double) (long) scaled / POWERS[scale])
                        == Double.doubleToRawLongBits(number);
    }

    static long mantissa(double number, int scale) {
        return (long) Math.rint(number * POWERS[scale]);
    }

    static double number(long mantissa, int scale) {
        return mantissa / POWERS[scale];
    }

    static double power(int scale) {
        return POWERS[scale];
    }
}
