package org.chengshu.sense;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** The numbers a property can take, both ends included, in the property's unit. Immutable. */
public record Range(double low, double high) {
    public Range {
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("a range goes from a low to a high number, not " + low + " to " + high);
        }
    }

    /** On the wire a range is [low, high], as packs write it. */
    @JsonValue
    public List<Double> ends() {
        return List.of(low, high);
    }

    public boolean holds(double number) {
        return low <= number && number <= high;
    }
}
