package org.chengshu.data;

import java.util.List;

/** What a query answers: rows as they are, or groups of rows with measures. */
public sealed interface Selection {
    /** Rows with these fields; no fields means all that the viewer may read. */
    record Fields(List<String> names) implements Selection {
        public Fields {
            names = List.copyOf(names);
        }
    }

    /** One row for each group, key columns (named by their fields) first; without keys one row over everything. */
    record Groups(List<GroupKey> by, List<Measure> measures) implements Selection {
        public Groups {
            by = List.copyOf(by);
            measures = List.copyOf(measures);
        }
    }
}
