package org.chengshu.cases.kinds;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * To which department cases of a kind go, in an area or anywhere; always, or from a severity on, or within or outside working
 * hours. {@code areaPath} is the area's path. Of several candidates one on duty, if the rule asks for that, and then the one
 * with the fewest open cases leads.
 */
record DispatchRule(
        String id,
        String kind,
        Optional<String> areaPath,
        Optional<Integer> severityAtLeast,
        Optional<Hours> hours,
        String calendar,
        List<String> candidates,
        boolean byDuty) {
    /** When a rule holds, by the working hours of its calendar. */
    enum Hours {
        WORKING,
        OFF
    }

    /** A case that looks for its department. */
    record Matter(String kind, String areaPath, int severity) {}

    /** What the rules ask of the world at that moment. */
    interface World {
        boolean working(String calendar);

        int openCases(String department);

        boolean onDuty(String department);
    }

    private static final Comparator<DispatchRule> LEAST_SPECIFIC_FIRST = Comparator.comparingInt(
                    (DispatchRule rule) -> rule.areaPath().map(String::length).orElse(0))
            .thenComparingInt(DispatchRule::conditions)
            .thenComparingInt(rule -> rule.severityAtLeast().orElse(0))
            .thenComparing(DispatchRule::id, Comparator.reverseOrder());

    DispatchRule {
        candidates = List.copyOf(candidates);
    }

    /** A rule for one department that always holds. */
    static DispatchRule always(String id, String kind, Optional<String> areaPath, String department) {
        return new DispatchRule(
                id, kind, areaPath, Optional.empty(), Optional.empty(), "city", List.of(department), false);
    }

    /** The rule whose area is the smallest around the place; of equal ones the one that asks for most, then the first by id. */
    static Optional<DispatchRule> choose(List<DispatchRule> rules, Matter matter, World world) {
        return rules.stream()
                .filter(rule -> rule.objection(matter, world).isEmpty())
                .max(LEAST_SPECIFIC_FIRST);
    }

    /** Why the rule does not hold for the case. */
    Optional<DispatchObjection> objection(Matter matter, World world) {
        if (!kind.equals(matter.kind())) {
            return Optional.of(DispatchObjection.KIND);
        }
        if (!areaPath.map(matter.areaPath()::startsWith).orElse(true)) {
            return Optional.of(DispatchObjection.AREA);
        }
        if (severityAtLeast.filter(least -> matter.severity() < least).isPresent()) {
            return Optional.of(DispatchObjection.SEVERITY);
        }
        if (hours.filter(when -> (when == Hours.WORKING) != world.working(calendar))
                .isPresent()) {
            return Optional.of(DispatchObjection.HOURS);
        }
        return Optional.empty();
    }

    /** The candidate that leads: on duty before not on duty where duty counts, then the least loaded, then the first named. */
    Optional<String> department(World world) {
        Comparator<String> byLoad = Comparator.comparingInt(world::openCases);
        Comparator<String> order = byDuty
                ? Comparator.comparing((String one) -> !world.onDuty(one)).thenComparing(byLoad)
                : byLoad;
        return candidates.size() > 1
                ? candidates.stream().min(order)
                : candidates.stream().findFirst();
    }

    private int conditions() {
        return (severityAtLeast.isPresent() ? 1 : 0) + (hours.isPresent() ? 1 : 0);
    }
}
