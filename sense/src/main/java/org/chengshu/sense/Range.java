package org.chengshu.sense;

/** The numbers a property can take, both ends included, in the property's unit. Immutable. */
public record Range(double low, double high) {
    public Range {
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("a range goes from a low to a high number, not " + low + " to " + high);
        }
    }

    public boolean holds(double number) {
        return low <= number && number <= high;
    }
}
