package org.chengshu.data.catalogue.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengshu.data.catalogue.CatalogueClasses;
import org.chengshu.data.catalogue.EntryState;
import org.chengshu.data.catalogue.Openness;
import org.chengshu.data.catalogue.Providers;
import org.chengshu.data.catalogue.ResourceFormat;
import org.chengshu.data.catalogue.Sharing;
import org.chengshu.data.catalogue.UpdateCycle;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** What the values of facets are called, and counts in the order in which people read them. */
@Component
class FacetTitles {
    private static final Map<String, Text> LAYERS = Map.of(
            "fact", Text.of("平台事实", "Facts of the platform"),
            "raw", Text.of("数据湖", "Raw layer"),
            "base", Text.of("基础库", "Base library"),
            "theme", Text.of("主题库", "Theme library"),
            "outside", Text.of("平台外", "Outside of the platform"));
    private static final Map<String, Text> LATE =
            Map.of("true", Text.of("已超期", "Late"), "false", Text.of("未超期", "Not late"));
    private static final Map<Facet, Map<String, Text>> FIXED = fixed();

    private final Providers providers;
    private final CatalogueClasses classes;

    FacetTitles(Providers providers, CatalogueClasses classes) {
        this.providers = providers;
        this.classes = classes;
    }

    private static Map<Facet, Map<String, Text>> fixed() {
        return Map.of(
                Facet.SHARING, titles(Sharing.values(), Sharing::word, Sharing::title),
                Facet.OPENNESS, titles(Openness.values(), Openness::word, Openness::title),
                Facet.CYCLE, titles(UpdateCycle.values(), UpdateCycle::word, UpdateCycle::title),
                Facet.FORMAT, titles(ResourceFormat.values(), ResourceFormat::word, ResourceFormat::title),
                Facet.STATE, titles(EntryState.values(), EntryState::word, EntryState::title),
                Facet.LAYER, LAYERS,
                Facet.LATE, LATE);
    }

    private static <E> Map<String, Text> titles(E[] values, Function<E, String> word, Function<E, Text> title) {
        return Stream.of(values).collect(Collectors.toMap(word, title));
    }

    Map<String, List<SearchAnswer.Count>> titled(Map<Facet, Map<String, Integer>> facets) {
        Map<String, List<SearchAnswer.Count>> titled = new LinkedHashMap<>();
        facets.forEach((facet, counts) -> titled.put(facet.word(), titled(facet, counts)));
        return titled;
    }

    private List<SearchAnswer.Count> titled(Facet facet, Map<String, Integer> counts) {
        Map<String, Text> names = names(facet, counts);
        Map<String, Integer> all = facet == Facet.CLASS ? withParents(counts) : counts;
        return all.entrySet().stream()
                .map(one -> new SearchAnswer.Count(
                        one.getKey(), names.getOrDefault(one.getKey(), fallback(one.getKey())), one.getValue()))
                .sorted(facet == Facet.CLASS ? byCode() : byCount())
                .toList();
    }

    static Text fallback(String value) {
        return value.isEmpty() ? Text.of("未分类", "None") : Text.of(value, value);
    }

    private static Comparator<SearchAnswer.Count> byCode() {
        return Comparator.comparing(SearchAnswer.Count::value);
    }

    private static Comparator<SearchAnswer.Count> byCount() {
        return Comparator.comparingInt((SearchAnswer.Count one) -> -one.count())
                .thenComparing(SearchAnswer.Count::value);
    }

    Map<String, Text> names(Facet facet, Map<String, Integer> counts) {
        return switch (facet) {
            case ORGANISATION -> counts.keySet().stream().collect(Collectors.toMap(code -> code, providers::name));
            case CLASS ->
                classes.list().stream()
                        .collect(Collectors.toMap(
                                CatalogueClasses.CatalogueClass::code, CatalogueClasses.CatalogueClass::title));
            default -> FIXED.get(facet);
        };
    }

    /** What is in a class is in those above it too. */
    private static Map<String, Integer> withParents(Map<String, Integer> counts) {
        Map<String, Integer> all = new HashMap<>();
        counts.forEach((code, count) -> {
            all.merge(code, count, Integer::sum);
            for (Optional<String> above = CatalogueClasses.parent(code);
                    above.isPresent();
                    above = CatalogueClasses.parent(above.get())) {
                all.merge(above.get(), count, Integer::sum);
            }
        });
        return all;
    }
}
