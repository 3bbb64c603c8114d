package org.chengshu.sense.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what an import does while it runs, going on from what former runs had counted. */
final class ImportTally {
    private static final double NANOS = 1e9;

    private final ImportOrder order;
    private final List<ColumnTally> columns = new ArrayList<>();
    private final Map<String, Long> alarms = new TreeMap<>();
    private final long start = System.nanoTime();
    private final long resumedAtRow;
    private long rows;
    private long rowsRejected;
    private int devicesCreated;

    ImportTally(ImportOrder order) {
        this.order = order;
        this.resumedAtRow = 0;
        order.mapping().columns().forEach(one -> columns.add(new ColumnTally(one.column(), one.property())));
    }

    ImportTally(ImportOrder order, ImportReport former) {
        this.order = order;
        this.resumedAtRow = former.rows();
        this.rows = former.rows();
        this.rowsRejected = former.rowsRejected();
        this.devicesCreated = former.devicesCreated();
        this.alarms.putAll(former.alarms());
        former.columns().forEach(column -> columns.add(new ColumnTally(column)));
    }

    ColumnTally column(int place) {
        return columns.get(place);
    }

    void row(boolean rejected) {
        rows++;
        rowsRejected += rejected ? 1 : 0;
    }

    void created() {
        devicesCreated++;
    }

    void alarm(String rule) {
        alarms.merge(rule, 1L, Long::sum);
    }

    long rows() {
        return rows;
    }

    /** Adds what was counted of the rows that come next. */
    void add(ImportTally more) {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).add(more.columns.get(i));
        }
        more.alarms.forEach((rule, count) -> alarms.merge(rule, count, Long::sum));
        rows += more.rows;
        rowsRejected += more.rowsRejected;
        devicesCreated += more.devicesCreated;
    }

    ImportReport report() {
        double seconds = (System.nanoTime() - start) / NANOS;
        return new ImportReport(
                order.name(),
                order.product().id(),
                order.mapping().id(),
                false,
                resumedAtRow,
                rows,
                rowsRejected,
                devicesCreated,
                columns.stream().map(ColumnTally::report).toList(),
                alarms,
                Math.round(seconds * 100) / 100.0,
                Math.round((rows - resumedAtRow) / seconds));
    }
}
