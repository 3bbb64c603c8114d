package org.chengshu.data.library.definition;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.data.Condition;
import org.chengshu.kernel.Text;

/**
 * A dataset that feeds a library, and how. Immutable.
 *
 * @param priority 1 is trusted most
 * @param freshness the column that tells when a row was changed in its source
 * @param key the columns that tell its rows apart; without any the whole row does
 * @param where only rows that fulfil these are taken
 * @param fields from fields of the library to columns of the dataset
 */
public record LibrarySource(
        String id,
        String library,
        Text title,
        String dataset,
        int priority,
        Optional<String> freshness,
        List<String> key,
        List<Condition> where,
        Map<String, FieldSource> fields) {
    public LibrarySource {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(library, "library");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(freshness, "freshness");
        key = List.copyOf(key);
        where = List.copyOf(where);
        fields = Map.copyOf(fields);
    }

    /** @param standard the call of a standard function instead of the one of the library's field */
    public record FieldSource(String column, Optional<String> standard) {}
}
