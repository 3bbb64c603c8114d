package org.chengshu.core.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * What of a thing can be searched for.
 *
 * @param codes numbers and codes by whose beginnings it is found
 * @param words what else is said of it, such as a description
 * @param areaPath where it lies; nothing for what lies nowhere
 */
public record SearchEntry(String id, Text title, List<String> codes, String words, Optional<String> areaPath) {
    public SearchEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        codes = List.copyOf(codes);
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(areaPath, "areaPath");
    }

    public static SearchEntry of(String id, Text title, List<String> codes) {
        return new SearchEntry(id, title, codes, "", Optional.empty());
    }
}
