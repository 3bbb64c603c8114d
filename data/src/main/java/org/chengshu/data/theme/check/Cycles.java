package org.chengshu.data.theme.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Themes that stand on each other in a circle. */
final class Cycles {
    private Cycles() {}

    /** The way from the theme back to itself, when there is one. */
    static Optional<List<String>> of(String theme, Map<String, Set<String>> reads) {
        Map<String, List<String>> ways = new LinkedHashMap<>();
        List<String> open = new ArrayList<>(List.of(theme));
        ways.put(theme, List.of(theme));
        for (int i = 0; i < open.size(); i++) {
            List<String> way = ways.get(open.get(i));
            for (String input : reads.getOrDefault(open.get(i), Set.of())) {
                List<String> longer = new ArrayList<>(way);
                longer.add(input);
                if (input.equals(theme)) {
                    return Optional.of(longer);
                }
                if (reads.containsKey(input) && ways.putIfAbsent(input, longer) == null) {
                    open.add(input);
                }
            }
        }
        return Optional.empty();
    }
}
