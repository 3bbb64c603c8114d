package org.chengshu.data.library.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.data.library.golden.Survivorship;
import org.chengshu.data.library.match.FuzzyRule;
import org.chengshu.data.library.match.Matching;
import org.chengshu.kernel.Text;

/**
 * What a library is: its records' fields, when rows of sources are one thing, and which value is taken. Immutable.
 *
 * @param owner code of the organisation that answers for it, may be empty
 * @param label place of the field by which people know a record
 * @param areaPath place of the field that holds the record's area path, if one does
 * @param largest how many rows a record may have before people are asked
 * @param margin how much better the best of two records must fit a row without identity
 * @param automatic whether it is built by itself when one of its sources has moved
 */
public record Library(
        String id,
        Text title,
        Text description,
        String owner,
        int label,
        Optional<Integer> areaPath,
        List<LibraryField> fields,
        List<LibraryKey> keys,
        List<FuzzyRule> fuzzy,
        int largest,
        double margin,
        boolean automatic) {
    public Library {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(areaPath, "areaPath");
        fields = List.copyOf(fields);
        keys = List.copyOf(keys);
        fuzzy = List.copyOf(fuzzy);
    }

    /** The dataset that holds its records. */
    public String dataset() {
        return "base." + id;
    }

    public Matching matching() {
        return new Matching(fuzzy);
    }

    public Survivorship survivorship() {
        return new Survivorship(fields.stream().map(LibraryField::choice).toList());
    }

    public int place(String field) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(field)) {
                return i;
            }
        }
        return -1;
    }

    public List<String> names() {
        return fields.stream().map(LibraryField::name).toList();
    }

    /** The exact keys of a row, one number for each key of the library. */
    public long[] keyHashes(String[] values) {
        return keys.stream().mapToLong(key -> key.hash(values)).toArray();
    }

    /** Whether a row has every identity key, so that exact keys alone settle it with any other such row. */
    public boolean identified(long[] hashes) {
        boolean any = false;
        for (int i = 0; i < hashes.length; i++) {
            if (keys.get(i).identity()) {
                if (hashes[i] == 0) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    /** Whether both rows have an identity key and differ in it. */
    public boolean opposed(long[] one, long[] other) {
        for (int i = 0; i < one.length; i++) {
            if (keys.get(i).identity() && one[i] != 0 && other[i] != 0 && one[i] != other[i]) {
                return true;
            }
        }
        return false;
    }

    /** Whether both rows have the same value of an exact key. */
    public static boolean keyShared(long[] one, long[] other) {
        for (int i = 0; i < one.length; i++) {
            if (one[i] != 0 && one[i] == other[i]) {
                return true;
            }
        }
        return false;
    }
}
