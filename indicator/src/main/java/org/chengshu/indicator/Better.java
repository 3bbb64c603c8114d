package org.chengshu.indicator;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which way an indicator should move. */
public enum Better {
    LOWER,
    HIGHER;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the value is at least as good as the target. */
    boolean reaches(double value, double target) {
        return this == LOWER ? value <= target : value >= target;
    }
}
