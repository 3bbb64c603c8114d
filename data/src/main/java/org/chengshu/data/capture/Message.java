package org.chengshu.data.capture;

import java.util.List;

/** What the output plug-in of PostgreSQL's logical replication tells (pgoutput, version 1). */
sealed interface Message {
    record Begin() implements Message {}

    /** Everything of a transaction has been told; {@code end} is where the log goes on after it. */
    record Commit(long end) implements Message {}

    record Relation(int id, String schema, String table, List<Column> columns) implements Message {}

    record Column(String name, boolean key, int type) {}

    record Insert(int relation, Tuple row) implements Message {}

    /** The former row is told when its key changed, or when the table tells all of former rows. */
    record Update(int relation, java.util.Optional<Tuple> former, Tuple row) implements Message {}

    record Delete(int relation, Tuple former) implements Message {}

    record Truncate(List<Integer> relations) implements Message {}

    /** Something that says nothing about rows. */
    record Other() implements Message {}

    /** The cells of a row in the order of the relation's columns. */
    record Tuple(List<Cell> cells) {
        public Tuple {
            cells = List.copyOf(cells);
        }
    }

    /** One cell as it is told. */
    sealed interface Cell {
        record Null() implements Cell {}

        /** A long value that did not change and so is not told. */
        record Unchanged() implements Cell {}

        record Value(String text) implements Cell {}
    }
}
