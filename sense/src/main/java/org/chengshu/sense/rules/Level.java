package org.chengshu.sense.rules;

import java.time.Duration;
import java.util.Objects;
import org.chengshu.formula.Formula;
import org.chengshu.kernel.Severity;

/** How bad it is once a condition has held for some time. */
public record Level(Severity severity, Formula when, Duration lasting) {
    public Level {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(when, "when");
        if (lasting.isNegative()) {
            throw new IllegalArgumentException("a condition lasts no negative time");
        }
    }
}
