package org.chengshu.data.stored;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;

/**
 * The datasets that the platform keeps itself. What is defined here is read through {@code Datasets} from that moment on, in
 * the same transaction and, after its commit, on every node (on others within a second); empty until a revision is promoted.
 * Changes join the caller's transaction. Refusals: {@link FaultyInput} with every fault of a definition, and
 * {@link DataError}s. Safe for use by many threads.
 */
public interface StoredDatasets {
    /** Makes it; {@link DataError#DATASET_EXISTS} when there is one of this id. */
    StoredDataset define(StoredDefinition definition);

    /**
     * Changes it. Rows stay: a new field is empty in rows that were there before, a field that goes is shown no more, a
     * type becomes a wider one (integer to number; integer, number, boolean or date to text), also in former revisions. Any other
     * change of a type, mode and, in merge mode, keys are fixed once there are rows ({@link DataError#DATASET_IN_USE}).
     */
    StoredDataset change(StoredDefinition definition);

    /** Makes it or, when there is one that differs, changes it; for packs and whoever declares. */
    StoredDataset declare(StoredDefinition definition);

    /** Removes it with all its rows and revisions. */
    void drop(String id);

    /** Every version of its definition, newest first. */
    List<PastDefinition> versions(String id);

    Optional<StoredDataset> find(String id);

    /** Faults with {@link DataError#DATASET_NOT_FOUND}. */
    default StoredDataset get(String id) {
        return find(id).orElseThrow(() -> new Fault(DataError.DATASET_NOT_FOUND, "no stored dataset " + id));
    }

    /** All of them, by id. */
    List<StoredDataset> list();
}
