package org.chengshu.data;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One column of a grouped query.
 *
 * @param name of the column in the answer
 * @param where only rows of the group that fulfil these are taken; for {@link Aggregate#SHARE} they are the part
 */
public record Measure(String name, Aggregate aggregate, Optional<String> field, List<Condition> where) {
    public Measure {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(aggregate, "aggregate");
        Objects.requireNonNull(field, "field");
        where = List.copyOf(where);
    }

    public static Measure count(String name) {
        return new Measure(name, Aggregate.COUNT, Optional.empty(), List.of());
    }

    public static Measure of(String name, Aggregate aggregate, String field) {
        return new Measure(name, aggregate, Optional.of(field), List.of());
    }

    public Measure where(List<Condition> conditions) {
        return new Measure(name, aggregate, field, conditions);
    }
}
