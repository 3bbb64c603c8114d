package org.chengshu.data.profile;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Numbers as they stand in cells. Pure. */
public final class Numbers {
    private static final Pattern PLAIN =
            Pattern.compile("\\s*[-+]?(\\d{1,3}(,\\d{3})+|\\d+)?(\\.\\d+)?([eE][-+]?\\d{1,3})?\\s*");
    private static final int LONGEST = 40;

    private Numbers() {}

    /** NaN for what is none. */
    static double read(String cell) {
        if (cell == null
                || cell.length() > LONGEST
                || !mayBe(cell)
                || !PLAIN.matcher(cell).matches()) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(cell.strip().replace(",", ""));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    // Most cells that are none show it with their first sign.
    private static boolean mayBe(String cell) {
        return !cell.isEmpty() && cell.charAt(0) <= '9';
    }

    /** Those that are numbers, in order. */
    public static double[] sorted(double[] numbers) {
        return Arrays.stream(numbers).filter(Double::isFinite).sorted().toArray();
    }

    /** The value at a share 0..1 of sorted numbers, by linear interpolation; there must be one. */
    public static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
