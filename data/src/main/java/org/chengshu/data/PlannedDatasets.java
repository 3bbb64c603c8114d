package org.chengshu.data;

import org.chengshu.core.packs.PackContents;
import org.chengshu.kernel.Fault;

/**
 * The datasets that there will be once the pack under check is applied: those that are there and those that packs declare.
 * For checks of what refers to datasets. Safe for use by many threads.
 */
public interface PlannedDatasets {
    Planned after(PackContents contents);

    /** As of one check. Immutable. */
    interface Planned {
        /** A {@link Fault} that names the nearest when there will be none. */
        Dataset get(String id);

        /** As {@link Datasets#check}, by whoever may read everything. */
        void check(DatasetQuery query);
    }
}
