package org.chengshu.data.stored;

import java.time.Instant;
import java.util.Objects;

/**
 * An open revision of a dataset's rows: a table of its own that nobody reads yet. It has the fields of the definition,
 * {@code loaded_at} (filled in by itself) and {@code _line} (which row of the delivery, may be left out); write into it with
 * any SQL, in any number of transactions. In merge mode {@code gone} is a table with the key fields and {@code _line}: whoever knows
 * that keys are no more writes them there; of a key that is in both the later line holds. Immutable.
 */
public record Revision(String dataset, int number, String schema, String table, String gone, Instant openedAt) {
    public static final String LINE = "_line";

    public Revision {
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(gone, "gone");
        Objects.requireNonNull(openedAt, "openedAt");
    }
}
