package org.chengshu.sense.imports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an import did, over all its runs: shown as the job's result, and kept with the checkpoint. Alarms are episodes by
 * rule; elapsed time and speed are those of the last run.
 */
record ImportReport(
        String name,
        String product,
        String mapping,
        boolean alreadyImported,
        long resumedAtRow,
        long rows,
        long rowsRejected,
        int devicesCreated,
        List<ColumnReport> columns,
        Map<String, Long> alarms,
        double elapsedSeconds,
        long rowsPerSecond) {
    ImportReport {
        columns = List.copyOf(columns);
        alarms = new TreeMap<>(alarms);
    }

    ImportReport repeated() {
        return new ImportReport(
                name,
                product,
                mapping,
                true,
                rows,
                rows,
                rowsRejected,
                0,
                columns.stream().map(ColumnReport::repeated).toList(),
                Map.of(),
                0,
                0);
    }
}
