package org.chengshu.core.tree.internal.nodes;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/** Materialises the paths of a tree that is given as child to parent; a missing parent ends the path, a circle breaks it. */
final class TreePaths {
    private TreePaths() {}

    static Map<String, String> of(Map<String, Optional<String>> parents) {
        Map<String, String> paths = new HashMap<>();
        parents.keySet().forEach(code -> paths.put(code, path(code, parents)));
        return paths;
    }

    private static String path(String code, Map<String, Optional<String>> parents) {
        StringBuilder path = new StringBuilder("/");
        upwards(code, parents).reversed().forEach(step -> path.append(step).append('/'));
        return path.toString();
    }

    private static SequencedSet<String> upwards(String code, Map<String, Optional<String>> parents) {
        SequencedSet<String> line = new LinkedHashSet<>();
        Optional<String> step = Optional.of(code);
        while (step.isPresent() && parents.containsKey(step.get()) && line.add(step.get())) {
            step = parents.get(step.get());
        }
        return line;
    }
}
