package org.chengshu.bench;

/** What a figure must reach: at least, or at most, so much. A bound that is NaN asks for nothing. */
public record Goal(boolean atLeast, double bound, Of of) {
    /** What is held against the bound. */
    public enum Of {
        RATIO,
        OURS
    }

    /** Ours divided by the yardstick must be at least so much. */
    public static Goal ratioAtLeast(double bound) {
        return new Goal(true, bound, Of.RATIO);
    }

    public static Goal ratioAtMost(double bound) {
        return new Goal(false, bound, Of.RATIO);
    }

    public static Goal atMost(double bound) {
        return new Goal(false, bound, Of.OURS);
    }

    public static Goal atLeast(double bound) {
        return new Goal(true, bound, Of.OURS);
    }

    boolean isMetBy(double ours, double ratio) {
        double judged = of == Of.RATIO ? ratio : ours;
        return atLeast ? judged >= bound : judged <= bound;
    }

    @Override
    public String toString() {
        return (atLeast ? ">=" : "<=") + Figure.plain(bound);
    }
}
