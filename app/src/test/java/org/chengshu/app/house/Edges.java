package org.chengshu.app.house;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The one table of who may see whom. Every floor may also use {@code core} and {@code kernel} where it names them. */
final class Edges {
    static final Map<String, Set<String>> ALLOWED = table();

    private Edges() {}

    private static Map<String, Set<String>> table() {
        Map<String, Set<String>> edges = new LinkedHashMap<>();
        edges.put("kernel", Set.of());
        edges.put("wire", Set.of("kernel"));
        edges.put("formula", Set.of("kernel"));
        edges.put("flow", Set.of("kernel"));
        edges.put("core", Set.of("kernel"));
        edges.put("alarm", Set.of("core", "kernel"));
        edges.put("place", Set.of("core", "kernel"));
        edges.put("sense", Set.of("alarm", "core", "formula", "kernel", "wire"));
        edges.put("data", Set.of("core", "flow", "formula", "kernel", "place"));
        edges.put("indicator", Set.of("alarm", "core", "data", "formula", "kernel"));
        edges.put("cases", Set.of("alarm", "core", "data", "flow", "formula", "kernel"));
        edges.put("demo", Set.of("kernel", "wire"));
        edges.put("app", everythingBut("app", "bench"));
        edges.put("bench", everythingBut("bench"));
        edges.put("e2e", everythingBut());
        return edges;
    }

    private static Set<String> everythingBut(String... modules) {
        Set<String> all = new TreeSet<>(Set.of(
                "kernel",
                "wire",
                "formula",
                "flow",
                "core",
                "alarm",
                "place",
                "sense",
                "data",
                "indicator",
                "cases",
                "demo",
                "app",
                "bench"));
        all.removeAll(Set.of(modules));
        return all;
    }
}
