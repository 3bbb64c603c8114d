package org.chengshu.data.library.match;

import java.util.Arrays;
import java.util.List;

/**
 * What the best rule says of two rows.
 *
 * @param rule place of the rule among the library's rules
 * @param parts the score of each comparison of the rule, {@link #ABSENT} where a side has no value
 */
public record Likeness(Verdict verdict, int rule, double score, List<Double> parts) {
    public static final double ABSENT = -1;
    static final Likeness NONE = new Likeness(Verdict.NO, 0, 0, List.of());

    public Likeness {
        parts = List.copyOf(parts);
    }

    static Likeness of(Verdict verdict, int rule, double score, double[] parts) {
        return new Likeness(verdict, rule, score, Arrays.stream(parts).boxed().toList());
    }

    boolean better(Likeness other) {
        int order = other.verdict.compareTo(verdict);
        return order == 0 ? score > other.score : order > 0;
    }
}
