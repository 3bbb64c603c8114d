package org.chengshu.core.testing;

import java.util.Map;

/**
 * A thing that a test made in an area, as routes address and show it.
 *
 * @param variables the route's path variables
 * @param query what the address needs after the path, with its question mark, or nothing
 * @param mark a text by which lists show it; empty when they only count
 * @param body what a route that takes one is sent
 */
public record Sample(Map<String, String> variables, String query, String mark, Object body) {
    public Sample {
        variables = Map.copyOf(variables);
    }

    /** A thing that routes address by one variable and lists show by the same text. */
    public static Sample of(String variable, String id) {
        return new Sample(Map.of(variable, id), "", id, Map.of());
    }

    /** A thing that is shown by a text and not addressed. */
    public static Sample marked(String mark) {
        return new Sample(Map.of(), "", mark, Map.of());
    }

    public Sample with(Object other) {
        return new Sample(variables, query, mark, other);
    }

    public Sample asking(String other) {
        return new Sample(variables, other, mark, body);
    }
}
