package org.chengshu.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chengshu.kernel.Fault;

/**
 * A question to one dataset: what to answer, which rows, in what order, how many at most. Limits: 256 fields, 6 keys, 16
 * measures, 32 conditions, {@value #MOST_ROWS} rows; {@link #EVERY_ROW} lifts the last for {@link Datasets#each}. Immutable;
 * {@code where}, {@code orderBy} and {@code limit} make changed copies.
 */
public record DatasetQuery(
        String dataset, Selection selection, List<Condition> conditions, List<Order> order, int limit) {
    public static final int MOST_ROWS = 100_000;
    public static final int EVERY_ROW = Integer.MAX_VALUE;
    private static final int MOST_FIELDS = 256;
    private static final int MOST_KEYS = 6;
    private static final int MOST_MEASURES = 16;
    private static final int MOST_CONDITIONS = 32;

    public DatasetQuery {
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(selection, "selection");
        conditions = List.copyOf(conditions);
        order = List.copyOf(order);
        requireAtMost(MOST_CONDITIONS, conditions.size(), "conditions");
        switch (selection) {
            case Selection.Fields fields ->
                requireAtMost(MOST_FIELDS, fields.names().size(), "fields");
            case Selection.Groups groups -> {
                requireAtMost(MOST_KEYS, groups.by().size(), "keys");
                requireAtMost(MOST_MEASURES, groups.measures().size(), "measures");
            }
        }
        if (limit < 1) {
            throw new Fault(DataError.QUERY_FAULTY, "limit must be at least 1, not " + limit);
        }
    }

    public static DatasetQuery fields(String dataset, List<String> names) {
        return new DatasetQuery(dataset, new Selection.Fields(names), List.of(), List.of(), MOST_ROWS);
    }

    public static DatasetQuery groups(String dataset, List<GroupKey> by, List<Measure> measures) {
        return new DatasetQuery(dataset, new Selection.Groups(by, measures), List.of(), List.of(), MOST_ROWS);
    }

    /** Rows must fulfil these too. */
    public DatasetQuery where(List<Condition> more) {
        List<Condition> all = new ArrayList<>(conditions);
        all.addAll(more);
        return new DatasetQuery(dataset, selection, all, order, limit);
    }

    public DatasetQuery where(Condition more) {
        return where(List.of(more));
    }

    public DatasetQuery orderBy(Order... columns) {
        return new DatasetQuery(dataset, selection, conditions, List.of(columns), limit);
    }

    public DatasetQuery limit(int rows) {
        return new DatasetQuery(dataset, selection, conditions, order, rows);
    }

    private static void requireAtMost(int most, int number, String what) {
        if (number > most) {
            throw new Fault(DataError.QUERY_FAULTY, "a query has at most " + most + " " + what + ", not " + number);
        }
    }
}
