package org.chengshu.alarm;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.chengshu.kernel.Severity;

/**
 * What a module hands in when the open alarm of a rule on a subject has become worse or better: its severity from
 * {@code at} on (in the subject's own time) and the values that say so, keyed by property. Immutable.
 */
public record SeverityChange(
        String ruleId, Subject subject, Severity severity, Instant at, Map<String, Object> values) {
    public SeverityChange {
        Objects.requireNonNull(ruleId, "ruleId");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(at, "at");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
