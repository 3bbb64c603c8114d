package org.chengshu.data.library.definition;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.chengshu.data.library.match.Hashes;
import org.chengshu.kernel.Text;

/**
 * Fields whose values, all of them together, tell things apart exactly. A row that lacks one of them has no such key.
 *
 * @param fields places of the fields among the library's fields
 * @param identity whether one thing has only one value of it
 */
public record LibraryKey(String id, Text title, List<Integer> fields, boolean identity) {
    public LibraryKey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        fields = List.copyOf(fields);
    }

    /** The key of a row as a number, 0 when it has none. */
    public long hash(String[] values) {
        String[] parts = new String[fields.size()];
        for (int i = 0; i < parts.length; i++) {
            String value = values[fields.get(i)];
            if (value == null) {
                return 0;
            }
            parts[i] = value.toUpperCase(Locale.ROOT);
        }
        return Hashes.of(parts);
    }

    /** As people read it. */
    public String shown(String[] values) {
        return String.join(" · ", fields.stream().map(field -> values[field]).toList());
    }
}
