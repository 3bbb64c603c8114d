package org.chengshu.data.load;

import java.util.Objects;
import java.util.UUID;
import org.chengshu.data.stored.StoredDataset;

/**
 * The rows of one load before anybody reads them: a relation with the fields of the dataset, {@code loaded_at} and
 * {@code _line}. Immutable; valid while checks run.
 *
 * @param number of the revision, which is the load's number within the dataset
 * @param rows how many rows the relation holds
 */
public record StagedLoad(StoredDataset dataset, UUID load, int number, String schema, String table, long rows) {
    public StagedLoad {
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(load, "load");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(table, "table");
    }
}
