package org.chengshu.data.library.cluster;

import java.util.List;

/** What people decided of two groups of rows: they are one thing, or none of the left is the same as any of the right. */
public record Judgement(boolean together, List<Integer> left, List<Integer> right) {
    public Judgement {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }
}
