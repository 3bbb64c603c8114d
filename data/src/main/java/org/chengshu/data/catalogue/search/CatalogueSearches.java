package org.chengshu.data.catalogue.search;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.data.catalogue.Entry;
import org.chengshu.data.catalogue.EntryRights;
import org.chengshu.data.catalogue.EntryStore;
import org.chengshu.data.catalogue.Providers;
import org.springframework.stereotype.Component;

/** Searches as they are answered: the index finds, the database shows, and rights are asked of each hit once more. */
@Component
class CatalogueSearches {
    private static final int SUGGESTED = 8;
    private static final int SUGGESTED_FROM = 40;

    private final CatalogueFinder finder;
    private final EntryStore entries;
    private final Providers providers;
    private final FacetTitles titles;

    CatalogueSearches(CatalogueFinder finder, EntryStore entries, Providers providers, FacetTitles titles) {
        this.finder = finder;
        this.entries = entries;
        this.providers = providers;
        this.titles = titles;
    }

    SearchAnswer search(CatalogueQuestion question, Cursor cursor, Viewer viewer) {
        long begun = System.nanoTime();
        CatalogueFinder.Found found = finder.find(question, cursor);
        Highlights highlights = Highlights.of(question.words());
        List<SearchAnswer.Hit> hits = seen(found.page().items(), viewer).stream()
                .map(entry -> SearchAnswer.Hit.of(entry, providers.name(entry.organisation()), highlights))
                .toList();
        return new SearchAnswer(
                hits,
                found.page().next(),
                found.total(),
                titles.titled(found.facets()),
                finder.isComplete(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    List<Entry> seen(List<String> ids, Viewer viewer) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Entry> byId = entries.list(ids).stream().collect(Collectors.toMap(Entry::id, Function.identity()));
        return ids.stream()
                .map(byId::get)
                .filter(entry -> entry != null && EntryRights.sees(viewer, entry))
                .toList();
    }

    /** Titles to choose from while somebody types, each once. */
    List<String> suggest(CatalogueQuestion question, Viewer viewer) {
        List<String> ids = finder.suggested(question, SUGGESTED_FROM);
        return seen(ids, viewer).stream()
                .map(entry -> entry.content().title())
                .distinct()
                .limit(SUGGESTED)
                .toList();
    }
}
