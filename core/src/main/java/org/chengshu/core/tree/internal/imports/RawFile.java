package org.chengshu.core.tree.internal.imports;

import java.util.List;

/** A file as read, nothing judged yet. {@code columns} in the order of the file. */
record RawFile(String format, List<String> columns, List<RawRow> rows) {
    static final String CSV = "csv";
    static final String GEOJSON = "geojson";

    RawFile {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
