package org.chengshu.data.sql;

import java.util.List;
import java.util.Set;

/**
 * What a statement makes of what it reads. Immutable.
 *
 * @param columns of its answer, in order
 * @param rows what decides which rows there are
 * @param reads each place where a relation is named
 * @param functions each call of a function
 * @param settled whether it says nothing of the present time or of chance: run again over the same rows it answers the same
 */
public record Derivation(
        List<Column> columns, Set<Origin> rows, List<Read> reads, List<Call> functions, boolean settled) {
    public Derivation {
        columns = List.copyOf(columns);
        rows = Set.copyOf(rows);
        reads = List.copyOf(reads);
        functions = List.copyOf(functions);
    }

    /** One column of the answer. */
    public record Column(String name, Set<Origin> origins) {
        public Column {
            origins = Set.copyOf(origins);
        }
    }

    /**
     * Where a relation is named, from the first to behind the last character, counted from 0.
     *
     * @param alias under which the statement knows it when it gives no alias itself
     */
    public record Read(Relation relation, int from, int to, boolean aliased, String alias, int line) {}

    /** Where a function is called. */
    public record Call(String name, int line, int column) {}
}
