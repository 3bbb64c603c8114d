package org.chengshu.sense.rulebook;

import java.time.Duration;
import java.util.Objects;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;

/** An alarm is due when no value of a property has arrived from a device for a time. */
public record AbsenceRule(String id, String product, Text title, Severity severity, String property, Duration longest) {
    public AbsenceRule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(property, "property");
        Objects.requireNonNull(longest, "longest");
    }

    /** The condition in words of the rules' own. */
    public String source() {
        return "absent(" + property + ") > duration('" + longest.toSeconds() + "s')";
    }
}
