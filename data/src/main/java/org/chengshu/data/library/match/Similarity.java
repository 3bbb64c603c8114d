package org.chengshu.data.library.match;

import java.util.Arrays;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** How alike two texts are, from 0 to 1, the same both ways round. Pure. */
final class Similarity {
    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final String TELLING = "零一二三四五六七八九十百千东西南北甲乙丙丁";
    private static final double TOLD_APART = 0.6;

    private Similarity() {}

    /**
     * The mean of Jaro-Winkler and shared pairs of characters; names that differ by a numeral or a point of the compass
     * are held to be different things.
     */
    static double name(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        double like = (jaroWinkler(a, b) + pairs(a, b)) / 2;
        return telling(a).equals(telling(b)) ? like : Math.min(like, TOLD_APART);
    }

    static double jaroWinkler(String a, String b) {
        // The library's measure depends on which is given first when they are of one length.
        return a.compareTo(b) <= 0 ? JARO_WINKLER.apply(a, b) : JARO_WINKLER.apply(b, a);
    }

    /** Dice's measure over pairs of neighbouring characters. */
    static double pairs(String a, String b) {
        int[] left = pairsOf(a);
        int[] right = pairsOf(b);
        return left.length + right.length == 0
                ? single(a, b)
                : 2.0 * shared(left, right) / (left.length + right.length);
    }

    /** The part of the shorter text's pairs that the longer one has too: 1 when it was merely cut. */
    static double overlap(String a, String b) {
        int[] left = pairsOf(a);
        int[] right = pairsOf(b);
        int fewer = Math.min(left.length, right.length);
        return fewer == 0 ? single(a, b) : (double) shared(left, right) / fewer;
    }

    private static double single(String a, String b) {
        return !a.isEmpty() && a.equals(b) ? 1 : 0;
    }

    private static int[] pairsOf(String text) {
        int[] pairs = new int[Math.max(0, text.length() - 1)];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = text.charAt(i) << 16 | text.charAt(i + 1);
        }
        Arrays.sort(pairs);
        return pairs;
    }

    private static int shared(int[] left, int[] right) {
        int shared = 0;
        for (int i = 0, j = 0; i < left.length && j < right.length; ) {
            int order = Integer.compare(left[i], right[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    private static String telling(String text) {
        char[] signs = new char[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c) || TELLING.indexOf(c) >= 0) {
                signs[length++] = c;
            }
        }
        Arrays.sort(signs, 0, length);
        return new String(signs, 0, length);
    }
}
