package org.chengshu.indicator.compute;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tells one thing beside the value, of what is known and the value itself. */
record AttributeStep(String name, Function<Map<String, Double>, Optional<Object>> rule) {
    Optional<Object> of(Map<String, Double> known) {
        return rule.apply(known);
    }
}
