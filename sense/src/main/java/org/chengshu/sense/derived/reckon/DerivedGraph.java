package org.chengshu.sense.derived.reckon;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What derived series take from each other. Pure. */
public final class DerivedGraph {
    private final Map<SeriesName, Set<SeriesName>> takes = new TreeMap<>();

    public void add(SeriesName target, Set<SeriesName> taken) {
        takes.computeIfAbsent(target, name -> new TreeSet<>()).addAll(taken);
    }

    /** Those that can be worked out, each after all that it takes; those in a circle, or that wait for one, are left out. */
    public List<SeriesName> order() {
        List<SeriesName> order = new ArrayList<>();
        Set<SeriesName> left = new TreeSet<>(takes.keySet());
        boolean found = true;
        while (found) {
            List<SeriesName> ready = left.stream()
                    .filter(name -> takes.get(name).stream().noneMatch(left::contains))
                    .toList();
            order.addAll(ready);
            ready.forEach(left::remove);
            found = !ready.isEmpty();
        }
        return order;
    }

    /** The way from a series back to itself, both ends named; none when there is none. */
    public Optional<List<SeriesName>> circle(SeriesName from) {
        return way(from, from, new LinkedHashSet<>(), new TreeSet<>());
    }

    private Optional<List<SeriesName>> way(
            SeriesName at, SeriesName goal, Set<SeriesName> path, Set<SeriesName> deadEnds) {
        path.add(at);
        for (SeriesName next : takes.getOrDefault(at, Set.of())) {
            if (next.equals(goal)) {
                List<SeriesName> whole = new ArrayList<>(path);
                whole.add(goal);
                return Optional.of(whole);
            }
            if (!path.contains(next) && !deadEnds.contains(next)) {
                Optional<List<SeriesName>> found = way(next, goal, path, deadEnds);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        path.remove(at);
        deadEnds.add(at);
        return Optional.empty();
    }
}
