package org.chengshu.cases.kinds;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** To which department cases of a kind go, in an area or anywhere. {@code areaPath} is the area's path. */
record DispatchRule(String id, String kind, Optional<String> areaPath, String department) {
    private static final Comparator<DispatchRule> LEAST_SPECIFIC_FIRST = Comparator.comparingInt(
                    (DispatchRule rule) -> rule.areaPath().map(String::length).orElse(0))
            .thenComparing(DispatchRule::id, Comparator.reverseOrder());

    /** The department of the rule whose area is the smallest around the place; of equal ones the first by id. */
    static Optional<String> choose(List<DispatchRule> rules, String kind, String areaPath) {
        return rules.stream()
                .filter(rule -> rule.kind.equals(kind) && rule.covers(areaPath))
                .max(LEAST_SPECIFIC_FIRST)
                .map(DispatchRule::department);
    }

    private boolean covers(String place) {
        return areaPath.map(place::startsWith).orElse(true);
    }
}
