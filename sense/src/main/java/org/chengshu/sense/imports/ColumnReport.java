package org.chengshu.sense.imports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the cells of one column, with a few of the rejected ones. */
record ColumnReport(
        String column,
        String property,
        long stored,
        long missing,
        long duplicate,
        long rejected,
        Map<String, Long> reasons,
        List<Example> examples) {
    ColumnReport {
        reasons = new TreeMap<>(reasons);
        examples = List.copyOf(examples);
    }

    record Example(long line, String value, String reason, String detail) {}

    /** What the same file tells once more: what was stored is there already. */
    ColumnReport repeated() {
        return new ColumnReport(column, property, 0, missing, duplicate + stored, rejected, reasons, examples);
    }
}
