package org.chengshu.data.catalogue.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.data.catalogue.Entry;
import org.springframework.stereotype.Component;

/** Entries that are about the same as what is said in sentences, among those that the viewer sees. */
@Component
public class AlikeEntries {
    private final CatalogueFinder finder;
    private final CatalogueSearches searches;

    AlikeEntries(CatalogueFinder finder, CatalogueSearches searches) {
        this.finder = finder;
        this.searches = searches;
    }

    /** The best first; any of the words may do. */
    public List<Entry> alike(List<String> words, Viewer viewer, int most) {
        CatalogueQuestion question = CatalogueQuestion.of(Optional.empty(), Map.of(), Optional.empty(), viewer);
        return searches.seen(finder.alike(words, question, most), viewer);
    }

    /** The words of a text, each once. */
    public static List<String> words(String text) {
        return CatalogueTerms.words(text);
    }

    /** A text as it is compared: half width, small letters. */
    public static String plain(String text) {
        return CatalogueTerms.plain(text);
    }
}
