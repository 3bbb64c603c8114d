package org.chengshu.indicator;

import java.util.Objects;
import java.util.OptionalDouble;

/** What an indicator should reach, in its unit; a value equal to the target meets it. */
public record Target(double value, Better better) {
    public Target {
        Objects.requireNonNull(better, "better");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a target is a finite number");
        }
    }

    public Standing standing(OptionalDouble reached) {
        if (reached.isEmpty()) {
            return Standing.NONE;
        }
        return better.reaches(reached.getAsDouble(), value) ? Standing.MET : Standing.MISSED;
    }
}
