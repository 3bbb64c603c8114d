package org.chengshu.indicator.model;

/** How the things' inputs become an area's; {@code share} of the things that reported must know an input. */
public record AreaRule(Combine combine, double share) {
    public AreaRule {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is a number from 0 to 1");
        }
    }

    public int atLeast(int things) {
        return Math.max(1, (int) Math.ceil(share * things - 1e-9));
    }
}
