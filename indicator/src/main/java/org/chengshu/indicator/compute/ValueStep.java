package org.chengshu.indicator.compute;

import java.util.Map;
import java.util.OptionalDouble;

/** Makes the value of what is known. */
@FunctionalInterface
interface ValueStep {
    OptionalDouble of(Map<String, Double> known);
}
