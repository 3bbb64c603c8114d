package org.chengshu.data.catalogue.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;

/**
 * How many entries there are by several facets, one inside the other: a tree whose leaves add up to the whole. A class counts
 * by its item, so that the picture stays readable.
 */
record AssetMap(int total, List<String> by, List<Part> parts) {
    private static final int ITEM_LENGTH = 3;
    private static final int MOST_FACETS = 4;

    /** A part and what is in it. */
    record Part(String value, Text title, int count, List<Part> parts) {}

    static List<Facet> facets(List<String> by) {
        if (by.isEmpty() || by.size() > MOST_FACETS || by.stream().distinct().count() < by.size()) {
            throw new Fault(DataError.CATALOGUE_SEARCH_FAULTY, "by names 1.." + MOST_FACETS + " different facets");
        }
        return by.stream()
                .map(word -> Facet.find(word)
                        .orElseThrow(() -> new Fault(DataError.CATALOGUE_SEARCH_FAULTY, "there is no facet " + word)))
                .toList();
    }

    static AssetMap of(List<Facet> by, Map<List<String>, Integer> counts, FacetTitles titles) {
        Map<List<String>, Integer> cut = new HashMap<>();
        counts.forEach((key, count) -> cut.merge(cut(by, key), count, Integer::sum));
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new AssetMap(total, by.stream().map(Facet::word).toList(), parts(by, cut, titles));
    }

    private static List<String> cut(List<Facet> by, List<String> key) {
        List<String> cut = new ArrayList<>(key);
        int at = by.indexOf(Facet.CLASS);
        if (at >= 0) {
            cut.set(
                    at,
                    key.get(at).substring(0, Math.min(ITEM_LENGTH, key.get(at).length())));
        }
        return cut;
    }

    private static List<Part> parts(List<Facet> by, Map<List<String>, Integer> counts, FacetTitles titles) {
        if (by.isEmpty()) {
            return List.of();
        }
        Map<String, Map<List<String>, Integer>> inside = new LinkedHashMap<>();
        Map<String, Integer> sums = new HashMap<>();
        counts.forEach((key, count) -> {
            sums.merge(key.getFirst(), count, Integer::sum);
            inside.computeIfAbsent(key.getFirst(), any -> new HashMap<>())
                    .merge(key.subList(1, key.size()), count, Integer::sum);
        });
        Map<String, Text> names = titles.names(by.getFirst(), sums);
        return sums.entrySet().stream()
                .map(one -> new Part(
                        one.getKey(),
                        names.getOrDefault(one.getKey(), FacetTitles.fallback(one.getKey())),
                        one.getValue(),
                        parts(by.subList(1, by.size()), inside.get(one.getKey()), titles)))
                .sorted(Comparator.comparingInt((Part part) -> -part.count()).thenComparing(Part::value))
                .toList();
    }
}
