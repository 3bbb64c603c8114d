package org.chengshu.indicator.model;

import java.util.List;

/** How the value comes of the inputs and steps. */
public sealed interface ValueRule {
    /** Of those known; nothing when fewer than {@code atLeast} are, or one of {@code needs} is not. */
    record OfKnown(Combine combine, List<String> names, int atLeast, List<String> needs) implements ValueRule {
        public OfKnown {
            names = List.copyOf(names);
            needs = List.copyOf(needs);
        }
    }

    record ByFormula(String formula) implements ValueRule {}

    record Carried(String name) implements ValueRule {}
}
