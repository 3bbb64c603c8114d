package org.chengshu.kernel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the known name that a misspelt word most likely meant, for messages such as "did you mean pm25?". Distance is
 * Damerau-Levenshtein in its restricted form (a character is inserted, dropped, replaced, or swapped with its neighbour),
 * case ignored. A name further away than a third of the longer word is no suggestion. Pure, safe for many threads.
 */
public final class Nearest {
    private static final int LONGEST_WORD = 200;

    private Nearest() {}

    /** The nearest known name; among equally near ones the first in alphabetical order; empty when none is near. */
    public static Optional<String> of(String word, Collection<String> known) {
        return known.stream()
                .filter(name -> isNear(word, name))
                .min(Comparator.comparingInt((String name) -> distance(word, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isNear(String word, String name) {
        int longer = Math.max(word.length(), name.length());
        if (longer > LONGEST_WORD) {
            return false;
        }
        return distance(word, name) <= Math.max(1, longer / 3);
    }

    /** The number of single-character edits between two words, case ignored. */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (isSwap(a, i, b, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }

    private static boolean isSwap(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
