package org.chengshu.sense.rules;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.chengshu.kernel.Severity;

/** What judging an observation asks for. Values are those of the properties that the rule looks at. */
public sealed interface Decision {
    String ruleId();

    Instant at();

    Map<String, Object> values();

    record Raise(Rule rule, Level level, Instant since, Instant at, Map<String, Object> values) implements Decision {
        public Raise {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(level, "level");
            values = Map.copyOf(values);
        }

        @Override
        public String ruleId() {
            return rule.id();
        }

        public Severity severity() {
            return level.severity();
        }

        public String source() {
            return level.when().source();
        }
    }

    /** The open alarm becomes worse or milder. */
    record Change(Rule rule, Level level, Instant at, Map<String, Object> values) implements Decision {
        public Change {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(level, "level");
            values = Map.copyOf(values);
        }

        @Override
        public String ruleId() {
            return rule.id();
        }

        public Severity severity() {
            return level.severity();
        }
    }

    record Clear(String ruleId, Instant at, Map<String, Object> values) implements Decision {
        public Clear {
            Objects.requireNonNull(ruleId, "ruleId");
            values = Map.copyOf(values);
        }
    }
}
