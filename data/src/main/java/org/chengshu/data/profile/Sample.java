package org.chengshu.data.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * {@value #MOST} rows. Immutable once read.
 */
public final class Sample {
    static final int MOST = 30_000;
    private static final int LONGEST_CELL = 500;
    private static final int FETCH = 2_000;

    private final Map<String, List<String>> columns = new HashMap<>();
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
        fields.forEach(field -> sample.columns.put(field.name(), new ArrayList<>()));
        Map<String, String> same = new HashMap<>();
        try (Cursor<?> cursor = db.fetchLazy(query.fetchSize(FETCH))) {
            for (Record row : cursor) {
                sample.add(fields, row, same);
            }
        }
        return sample;
    }

    // Values repeat; each is held once as long as there are not too many.
    private void add(List<FactField> fields, Record row, Map<String, String> same) {
        rows++;
        for (int i = 0; i < fields.size(); i++) {
            Object cell = row.get(i);
            String text = cell == null ? null : cell.toString();
            if (text != null && same.size() < MOST) {
                String other = same.putIfAbsent(text, text);
                text = other == null ? text : other;
            }
            columns.get(fields.get(i).name()).add(text);
        }
    }

    public int rows() {
        return rows;
    }

    public Optional<String> cell(String field, int row) {
        return Optional.ofNullable(columns.get(field).get(row));
    }

    /** Those that are there. */
    public Stream<String> values(String field) {
        return columns.get(field).stream().filter(cell -> cell != null && !cell.isEmpty());
    }

    /** Numbers row by row, also of texts that are numbers; NaN for what is none. */
    public double[] numbers(String field) {
        List<String> cells = columns.get(field);
        double[] numbers = new double[rows];
        for (int i = 0; i < rows; i++) {
            numbers[i] = Numbers.read(cells.get(i));
        }
        return numbers;
    }
}
