package org.chengshu.data.sql;

import java.util.List;

/**
 * Something that can be read from, and its columns in their order.
 *
 * @param id as it is known outside of SQL
 * @param whole whether it is known as one thing only: each of its columns stands for all of it
 */
public record Relation(String id, List<String> columns, boolean whole) {
    public Relation {
        columns = List.copyOf(columns);
    }

    public static Relation of(String id, List<String> columns) {
        return new Relation(id, columns, false);
    }
}
