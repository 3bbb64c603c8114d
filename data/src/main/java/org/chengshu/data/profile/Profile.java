package org.chengshu.data.profile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a relation holds, measured. Counts of the fields' rows, nulls, words, blanks and extremes are over all rows; values,
 * shapes, percentiles and relations over {@code sampled} rows, which are all rows when it equals {@code rows}. Immutable.
 *
 * @param load the revision that was looked at, where there is one
 * @param keys fields, or sets of two, whose values never repeat and are never absent
 */
public record Profile(
        String dataset,
        Optional<Long> load,
        Instant at,
        long rows,
        long sampled,
        List<FieldProfile> fields,
        List<List<String>> keys,
        List<Relation> relations) {
    public Profile {
        fields = List.copyOf(fields);
        keys = List.copyOf(keys);
        relations = List.copyOf(relations);
    }

    public FieldProfile field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public boolean isWhole() {
        return sampled == rows;
    }

    /**
     * Something that nearly always holds between fields: {@code order} (the first is not above the second), {@code above} (the
     * second, a number, is not below the first, with which it goes together), {@code sum} (the
     * first is the sum of the others), {@code ratio} (the first is {@code factor} times the second), {@code rate} (the first is,
     * in most rows, the second times the third, which is a size), {@code determines} (the first fixes the second).
     *
     * @param share of the sampled rows that can tell
     */
    public record Relation(String kind, List<String> fields, double factor, double share, long rows) {
        public Relation {
            fields = List.copyOf(fields);
        }
    }
}
