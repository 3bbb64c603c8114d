package org.chengshu.indicator.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.chengshu.formula.Type;

/** What is told beside the value. */
public sealed interface AttributeRule {
    String name();

    /** The labels of those that reach the greatest (or least) known number, if that is above the limit. */
    record Extreme(String name, boolean greatest, Map<String, String> labels, OptionalDouble above)
            implements AttributeRule {
        public Extreme {
            labels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        }
    }

    /** The label of a steps table, for the value or for an input or step. */
    record Looked(String name, String table, Optional<String> of) implements AttributeRule {}

    record Carried(String name, String of) implements AttributeRule {}

    record ByFormula(String name, String formula, Type type) implements AttributeRule {}
}
