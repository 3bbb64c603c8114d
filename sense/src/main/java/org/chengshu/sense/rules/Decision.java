package org.chengshu.sense.rules;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** What judging an observation asks for. Values are those of the properties that the rule looks at. */
public sealed interface Decision {
    String ruleId();

    record Raise(Rule rule, Instant since, Instant at, Map<String, Object> values) implements Decision {
        public Raise {
            Objects.requireNonNull(rule, "rule");
            values = Map.copyOf(values);
        }

        @Override
        public String ruleId() {
            return rule.id();
        }
    }

    record Clear(String ruleId, Instant at, Map<String, Object> values) implements Decision {
        public Clear {
            Objects.requireNonNull(ruleId, "ruleId");
            values = Map.copyOf(values);
        }
    }
}
