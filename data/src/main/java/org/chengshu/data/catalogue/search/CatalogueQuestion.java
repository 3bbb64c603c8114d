package org.chengshu.data.catalogue.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.data.DataError;
import org.chengshu.data.Datasets;
import org.chengshu.data.catalogue.EntryRights;
import org.chengshu.kernel.Fault;

/**
 * What somebody looks for.
 *
 * @param words empty for everything
 * @param filters values of one facet are alternatives, facets narrow each other
 * @param reads whether what is for all is his to see
 * @param drafts where he sees the rest
 */
record CatalogueQuestion(
        String words, Map<Facet, List<String>> filters, SearchOrder order, boolean reads, Scope drafts) {
    private static final int LONGEST = 200;
    private static final int MOST_VALUES = 100;

    static CatalogueQuestion of(
            Optional<String> words, Map<String, List<String>> given, Optional<String> sort, Viewer viewer) {
        String asked = words.map(String::strip).orElse("");
        if (asked.length() > LONGEST) {
            throw faulty("q has at most " + LONGEST + " characters");
        }
        Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
        given.forEach((name, values) -> Facet.find(name).ifPresent(facet -> {
            List<String> named =
                    values.stream().filter(value -> !value.isBlank()).toList();
            if (named.size() > MOST_VALUES) {
                throw faulty(name + " has at most " + MOST_VALUES + " values");
            }
            if (!named.isEmpty()) {
                filters.put(facet, named);
            }
        }));
        SearchOrder order = sort.filter(word -> !word.isBlank())
                .map(word -> SearchOrder.find(word)
                        .orElseThrow(() -> faulty("sort is best, changed, reads or title, not " + word)))
                .orElse(asked.isEmpty() ? SearchOrder.CHANGED : SearchOrder.BEST);
        return new CatalogueQuestion(asked, filters, order, viewer.may(Datasets.READ), EntryRights.drafts(viewer));
    }

    /** The same without narrowing by one facet. */
    CatalogueQuestion without(Facet facet) {
        Map<Facet, List<String>> rest = new EnumMap<>(Facet.class);
        rest.putAll(filters);
        rest.remove(facet);
        return new CatalogueQuestion(words, rest, order, reads, drafts);
    }

    private static Fault faulty(String detail) {
        return new Fault(DataError.CATALOGUE_SEARCH_FAULTY, detail);
    }
}
