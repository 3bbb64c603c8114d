package org.chengshu.data.stored;

import java.util.List;
import java.util.Optional;
import org.chengshu.data.DataError;
import org.chengshu.data.DatasetRefreshed;
import org.jooq.Condition;
import org.jooq.Name;

/**
 * How rows get into stored datasets: open a revision, write into its table, promote it. Nobody sees anything of it before;
 * promoting moves the view in one transaction and emits {@link DatasetRefreshed}. What was read before stays readable as
 * {@code id@number} until as many newer revisions as the definition keeps are there. All calls join the caller's transaction.
 * Safe for use by many threads; of two revisions of one dataset that are promoted at the same time one waits.
 */
public interface Revisions {
    /** A new revision; {@code cause} tells people what made it. */
    Revision open(String dataset, String cause);

    /** One that was opened and has not ended; {@link DataError#REVISION_CLOSED} otherwise. */
    Revision get(String dataset, int number);

    /** Makes it what is read, after the mode of its dataset. */
    default DatasetRefreshed promote(Revision revision) {
        return promote(revision, Promotion.usual());
    }

    DatasetRefreshed promote(Revision revision, Promotion how);

    /** Adds the rows of a promoted revision of a dataset that is replaced whole to an open one; how many they are. */
    long takeOver(Revision revision, int from);

    /** Ends it without anybody having seen it; nothing when it has ended already. */
    void discard(Revision revision);

    /** Every table that holds rows of the dataset, of whatever revision, each with its schema. */
    List<Name> tables(String dataset);

    /** Revisions of the dataset, newest first. */
    List<PastRevision> list(String dataset);

    /**
     * How a revision is promoted.
     *
     * @param whole it holds all rows there are, so every other row ends, also in merge and append mode
     * @param ends rows of now that end with it, keys apart: such as those of the period that it computes anew; their columns
     *     are named as the fields are
     * @param on the revision that must be what is read now, else {@link DataError#LOAD_OUTDATED}
     */
    record Promotion(boolean whole, Optional<Condition> ends, Optional<Integer> on) {
        public static Promotion usual() {
            return new Promotion(false, Optional.empty(), Optional.empty());
        }

        public static Promotion wholly() {
            return new Promotion(true, Optional.empty(), Optional.empty());
        }

        public static Promotion ending(Condition rows) {
            return new Promotion(false, Optional.of(rows), Optional.empty());
        }

        public Promotion on(Optional<Integer> current) {
            return new Promotion(whole, ends, current);
        }
    }
}
