package org.chengshu.data;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Counts reads of datasets by day and kind. Reads through an injected {@link Datasets} are counted by themselves; whoever
 * shows rows in another way calls this once an answer. Cheap: counted in memory, kept every ten seconds and when the node
 * stops, so a node that dies loses at most ten seconds of counts. Safe for use by many threads.
 */
@FunctionalInterface
public interface ReadTally {
    /** How somebody read. */
    enum Kind {
        /** Looked at the page of its entry, not at data. */
        VIEW,
        /** Read rows. */
        ROWS,
        /** Asked a question of measures. */
        QUERY,
        /** Took a file. */
        EXPORT,
        /** Another part of the platform, such as an indicator, read. */
        PLATFORM;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One read of a dataset, or of an entry of the catalogue by its id. */
    void count(String dataset, Kind kind);
}
