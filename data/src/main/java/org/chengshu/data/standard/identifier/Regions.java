package org.chengshu.data.standard.identifier;

import org.chengshu.data.standard.Characters;

/** The first two digits of division codes, after GB/T 2260: provinces, and 81, 82, 83 for Hong Kong, Macao and Taiwan. */
public final class Regions {
    private static final boolean[] KNOWN = new boolean[100];

    static {
        int[] provinces = {
            11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61,
            62, 63, 64, 65, 71, 81, 82, 83
        };
        for (int province : provinces) {
            KNOWN[province] = true;
        }
    }

    private Regions() {}

    static boolean isProvince(String text, int at) {
        return Characters.isDigits(text, at, at + 2) && KNOWN[Integer.parseInt(text, at, at + 2, 10)];
    }
}
