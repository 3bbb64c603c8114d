package org.chengshu.alarm;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a module hands in to raise an alarm. {@code since} is when the condition began, {@code raisedAt} when it had held
 * long enough; both in the subject's own time. {@code values} are the values the rule used, keyed by property, in their
 * own units, and are what "why" shows. A historical signal comes from an import: it never counts as open, and its events
 * are sent only when {@code announce} is set. A live signal is always announced. Immutable.
 */
public record Signal(
        AlarmRule rule,
        SubjectView subject,
        Instant since,
        Instant raisedAt,
        Map<String, Object> values,
        boolean historical,
        boolean announce) {
    public Signal {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(raisedAt, "raisedAt");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        if (since.isAfter(raisedAt)) {
            throw new IllegalArgumentException("an alarm is raised at " + raisedAt + ", before its cause at " + since);
        }
        if (!historical && !announce) {
            throw new IllegalArgumentException("a live alarm is always announced");
        }
    }

    /** A signal of the present. */
    public static Signal live(
            AlarmRule rule, SubjectView subject, Instant since, Instant raisedAt, Map<String, Object> values) {
        return new Signal(rule, subject, since, raisedAt, values, false, true);
    }

    /** A signal found in imported readings; {@code announce} when the import asked for cases. */
    public static Signal historical(
            AlarmRule rule,
            SubjectView subject,
            Instant since,
            Instant raisedAt,
            Map<String, Object> values,
            boolean announce) {
        return new Signal(rule, subject, since, raisedAt, values, true, announce);
    }
}
