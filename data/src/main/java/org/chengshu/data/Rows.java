package org.chengshu.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An answer in memory: column names and rows, each row with one value per column, {@code null} where the database has
 * none (so that it can be written as JSON as it is). Use {@link #value} to read a cell safely. Immutable.
 */
public record Rows(List<String> columns, List<List<Object>> rows) {
    public Rows {
        columns = List.copyOf(columns);
        List<List<Object>> copies = new ArrayList<>(rows.size());
        rows.forEach(row -> copies.add(Collections.unmodifiableList(new ArrayList<>(row))));
        rows = Collections.unmodifiableList(copies);
    }

    public Optional<Object> value(int row, String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("the answer has no column " + column + ", only " + columns);
        }
        return Optional.ofNullable(rows.get(row).get(index));
    }

    public int size() {
        return rows.size();
    }
}
