package org.chengshu.data.sql;

import java.util.ArrayList;
import java.util.List;

/** What a query answers with: columns by name, and what decides which rows there are. Immutable. */
record Answer(List<Named> columns, Flow rows) {
    static final Answer NONE = new Answer(List.of(), Flow.NONE);

    Answer {
        columns = List.copyOf(columns);
    }

    /** A column and what it is made of. */
    record Named(String name, Flow flow) {}

    /** All that it is made of. */
    Flow all() {
        return columns.stream().map(Named::flow).reduce(Flow.NONE, Flow::and);
    }

    Answer withRows(Flow more) {
        return new Answer(columns, rows.and(more));
    }

    /** With the first columns renamed, as {@code as t (a, b)} does. */
    Answer renamed(List<String> names) {
        List<Named> renamed = new ArrayList<>(columns);
        for (int i = 0; i < Math.min(names.size(), columns.size()); i++) {
            renamed.set(i, new Named(names.get(i), columns.get(i).flow()));
        }
        return new Answer(renamed, rows);
    }

    /** Column by column with another of the same width. */
    Answer beside(Answer other) {
        List<Named> both = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            both.add(new Named(
                    columns.get(i).name(),
                    columns.get(i).flow().and(other.columns.get(i).flow())));
        }
        return new Answer(both, rows.and(other.rows));
    }
}
