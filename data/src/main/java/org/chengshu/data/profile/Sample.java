package org.chengshu.data.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chengshu.core.spi.FactField;
import org.chengshu.data.registry.Published;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * Rows of a relation in memory, field by field as texts: all of a small one, otherwise every so many-th by chance. At most
 * {@value #MOST} rows. For one thread.
 */
public final class Sample {
    static final int MOST = 30_000;
    private static final int LONGEST_CELL = 500;
    private static final int FETCH = 2_000;

    private final Map<String, Column> columns = new HashMap<>();
    private int rows;

    private Sample() {}

    /** To be called in a transaction. */
    static Sample of(Published relation, long total, DSLContext db) {
        Sample sample = new Sample();
        List<FactField> fields = relation.dataset().fields();
        Select<?> query = db.select(fields.stream()
                        .<Field<?>>map(field -> DSL.field(
                                        "left({0}::text, {1})", DSL.name("t", field.name()), DSL.inline(LONGEST_CELL))
                                .as(DSL.name(field.name())))
                        .toList())
                .from(DSL.table(DSL.name(relation.schema(), relation.view())).as(DSL.name("t")))
                .where(
                        total <= MOST
                                ? DSL.noCondition()
                                : DSL.condition("random() < {0}", DSL.inline((double) MOST / total)))
                .limit(MOST);
        List<Column> columns = new ArrayList<>();
        for (FactField field : fields) {
            Column column = new Column();
            columns.add(column);
            sample.columns.put(field.name(), column);
        }
        try (Cursor<?> cursor = db.fetchLazy(query.fetchSize(FETCH))) {
            for (Record row : cursor) {
                sample.rows++;
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).add(row.get(i));
                }
            }
        }
        return sample;
    }

    public int rows() {
        return rows;
    }

    public Optional<String> cell(String field, int row) {
        return Optional.ofNullable(columns.get(field).text(row));
    }

    /** The same for equal cells, and only for them; -1 for one that is absent. */
    public int code(String field, int row) {
        return columns.get(field).code(row);
    }

    /** Those that are there. */
    public Stream<String> values(String field) {
        Column column = columns.get(field);
        return IntStream.range(0, rows).mapToObj(column::text).filter(cell -> cell != null && !cell.isEmpty());
    }

    /** The different texts that are there, with how many rows have them. */
    public Map<String, Integer> tally(String field) {
        return columns.get(field).tally();
    }

    /** Numbers row by row, also of texts that are numbers; NaN for what is none. Not to be changed. */
    public double[] numbers(String field) {
        return columns.get(field).numbers();
    }
}
