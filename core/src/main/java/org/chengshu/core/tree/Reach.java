package org.chengshu.core.tree;

import java.util.List;
import java.util.stream.Stream;
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
    private static final String ALL = "/";
    private static final char ESCAPE = '!';
    private static final Reach WHOLE = of(ALL);

    public Reach {
        within = List.copyOf(within);
        without = List.copyOf(without);
    }

    /** All of a tree. */
    public static Reach whole() {
        return WHOLE;
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
                .map(prefix -> holesIn(prefix, path).reduce(below(path, prefix), Condition::and))
                .reduce(Condition::or)
                .orElseGet(DSL::falseCondition);
    }

    private Stream<Condition> holesIn(String prefix, Field<String> path) {
        return without.stream().filter(hole -> hole.startsWith(prefix)).map(hole -> below(path, hole)
                .not());
    }

    private static Condition below(Field<String> path, String prefix) {
        return prefix.equals(ALL) ? DSL.noCondition() : path.like(DSL.escape(prefix, ESCAPE) + "%", ESCAPE);
    }

    private static int longest(List<String> prefixes, String path) {
        return prefixes.stream()
                .filter(path::startsWith)
                .mapToInt(String::length)
                .max()
                .orElse(-1);
    }
}
