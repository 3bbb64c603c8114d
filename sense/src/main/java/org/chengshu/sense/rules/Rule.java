package org.chengshu.sense.rules;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;

/** A rule ready to judge. The fingerprint changes whenever a run that began under the old wording no longer counts. */
public record Rule(
        String id,
        Text title,
        Severity severity,
        String source,
        Condition when,
        Duration lasting,
        Optional<Condition> clear,
        String fingerprint) {
    public Rule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(clear, "clear");
        Objects.requireNonNull(fingerprint, "fingerprint");
        if (lasting.isNegative()) {
            throw new IllegalArgumentException("a rule lasts no negative time, " + id);
        }
    }

    Set<String> inputs() {
        Set<String> inputs = new HashSet<>(when.inputs());
        clear.ifPresent(condition -> inputs.addAll(condition.inputs()));
        return inputs;
    }

    /** Without a clear condition of its own a rule clears as soon as its condition no longer holds. */
    Optional<Boolean> isOver(Map<String, Object> known) {
        return clear.isPresent() ? clear.get().ask(known) : when.ask(known).map(holds -> !holds);
    }
}
