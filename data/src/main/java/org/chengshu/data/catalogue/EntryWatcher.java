package org.chengshu.data.catalogue;

import java.util.List;
import org.chengshu.core.http.PlacedFault;

/** A bean that is asked before an entry goes to review or is published, and told after, in the same transaction. */
public interface EntryWatcher {
    /** What stands in its way beside the entry itself. */
    default List<PlacedFault> objections(Entry entry, EntryContent content) {
        return List.of();
    }

    default void published(Entry entry) {}

    default void withdrawn(Entry entry, String reason) {}
}
