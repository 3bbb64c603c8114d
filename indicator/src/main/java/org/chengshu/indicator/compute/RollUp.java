package org.chengshu.indicator.compute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.chengshu.data.Aggregate;

/** Puts partial aggregates of rows together for the city, for every area around them, or for each value of a field. */
public final class RollUp {
    private final Map<Instant, Map<Key, Partial>> areas = new LinkedHashMap<>();
    private final Map<Instant, Map<String, Partial>> members = new LinkedHashMap<>();
    private final Map<String, Set<String>> memberAreas = new HashMap<>();

    /** Rows of one period and area count for that area and all around it. */
    public void addArea(Instant start, String areaPath, Partial partial) {
        Map<Key, Partial> ofPeriod = areas.computeIfAbsent(start, at -> new LinkedHashMap<>());
        for (String path : AreaPaths.around(areaPath)) {
            ofPeriod.merge(Key.area(path), partial, Partial::plus);
        }
    }

    /** Makes sure that the whole city has a value for the period, though there may be no rows. */
    public void addCity(Instant start, Partial partial) {
        areas.computeIfAbsent(start, at -> new LinkedHashMap<>()).merge(Key.city(), partial, Partial::plus);
    }

    /** Rows of one period with one value of a field. */
    public void addMember(Instant start, String value, String areaPath, Partial partial) {
        members.computeIfAbsent(start, at -> new LinkedHashMap<>()).merge(value, partial, Partial::plus);
        memberAreas.computeIfAbsent(value, any -> new LinkedHashSet<>()).add(areaPath);
    }

    public List<Computed> finish(String field, Aggregate aggregate, double scale) {
        List<Computed> computed = new ArrayList<>();
        areas.forEach((start, keys) -> keys.forEach(
                (key, partial) -> computed.add(new Computed(start, key, outcome(partial, aggregate, scale)))));
        members.forEach((start, values) -> values.forEach((value, partial) -> {
            Key key = Key.member(field, value, AreaPaths.common(memberAreas.get(value)));
            computed.add(new Computed(start, key, outcome(partial, aggregate, scale)));
        }));
        return computed;
    }

    private static Outcome outcome(Partial partial, Aggregate aggregate, double scale) {
        OptionalDouble value = partial.finish(aggregate);
        return Outcome.of(value.isPresent() ? OptionalDouble.of(value.getAsDouble() * scale) : value, partial.rows());
    }
}
