package org.chengshu.core.spi;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How a part of the node is: {@code WARNING} works but somebody should act before it does not, {@code DOWN} does not do
 * its work. Ordered from good to bad.
 */
public enum HealthState {
    OK(0),
    WARNING(1),
    DOWN(2);

    private final int degree;

    HealthState(int degree) {
        this.degree = degree;
    }

    /** As a number for those who plot it: 0 ok, 1 warning, 2 down. */
    public int degree() {
        return degree;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
