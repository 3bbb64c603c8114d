package org.chengshu.core.tree;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Which paths belong to a node of a tree today, as prefixes: a path is covered when the longest prefix that fits it is one
 * of {@code within}. As long as nothing was ever moved this is the node's path alone. Immutable.
 *
 * @param within paths of what is in the node now, today's and former ones
 * @param without paths below these of what has left the node
 */
public record Reach(List<String> within, List<String> without) {
    public Reach {
        within = List.copyOf(within);
        without = List.copyOf(without);
    }

    /** What lies at the path or below it. */
    public static Reach of(String path) {
        return new Reach(List.of(path), List.of());
    }

    public boolean covers(String path) {
        return longest(within, path) > longest(without, path);
    }

    /** The same in SQL, for a column that holds a path; an index on {@code text_pattern_ops} serves it. */
    public Condition condition(Field<String> path) {
        return within.stream()
                .map(prefix -> path.startsWith(prefix).and(DSL.and(holesIn(prefix, path))))
                .reduce(Condition::or)
                .orElseGet(DSL::falseCondition);
    }

    private List<Condition> holesIn(String prefix, Field<String> path) {
        return without.stream()
                .filter(hole -> hole.startsWith(prefix))
                .map(hole -> path.startsWith(hole).not())
                .toList();
    }

    private static int longest(List<String> prefixes, String path) {
        return prefixes.stream()
                .filter(path::startsWith)
                .mapToInt(String::length)
                .max()
                .orElse(-1);
    }
}
