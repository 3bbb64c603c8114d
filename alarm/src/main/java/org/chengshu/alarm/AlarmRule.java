package org.chengshu.alarm;

import java.util.Objects;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;

/**
 * The rule behind an alarm as it stood when the alarm was raised: a later change of the rule does not rewrite history.
 * {@code condition} is the expression shown to people as the reason (CEL for sensors). {@code severity} is the one the alarm
 * has now. An alarm of a rule that is {@code byHandOnly} stays open when its condition is over, until a person clears it.
 * Immutable.
 */
public record AlarmRule(
        String id, Text title, Severity severity, AlarmSort sort, String condition, boolean byHandOnly) {
    public AlarmRule {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("an alarm rule needs an id");
        }
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(sort, "sort");
        Objects.requireNonNull(condition, "condition");
    }

    /** A rule whose alarms clear by themselves. */
    public AlarmRule(String id, Text title, Severity severity, AlarmSort sort, String condition) {
        this(id, title, severity, sort, condition, false);
    }
}
