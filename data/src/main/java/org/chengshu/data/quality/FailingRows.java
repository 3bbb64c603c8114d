package org.chengshu.data.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.crypto.Masking;
import org.chengshu.core.spi.FactField;
import org.chengshu.data.Dataset;
import org.chengshu.data.Datasets;
import org.chengshu.data.query.ReadableRows;
import org.chengshu.data.registry.Published;
import org.chengshu.data.rule.Compiled;
import org.chengshu.data.rule.Compiled.Failures;
import org.chengshu.data.rule.QualityCompiler;
import org.chengshu.data.rule.QualityRule;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Looks up what fails a rule, lazily: rows as far as the viewer sees them, without fields above the viewer's right; gaps
 * for whoever sees the whole city. Rows that are alike in everything shown have no order among them and need none.
 */
@Component
public final class FailingRows {
    private final DSLContext db;
    private final QualityCompiler compiler;
    private final ReadableRows readable;

    FailingRows(DSLContext db, QualityCompiler compiler, ReadableRows readable) {
        this.db = db;
        this.compiler = compiler;
        this.readable = readable;
    }

    /** In an order that is the same each time, so that pages follow each other. */
    public Table page(QualityRule rule, Published relation, Viewer viewer, long skip, int limit) {
        Compiled compiled = compiler.compile(rule, relation);
        return switch (compiled.failures()) {
            case Failures.OfRows rows -> {
                List<FactField> fields = readable.fields(relation.dataset(), viewer);
                ResultQuery<?> query = rows(fields, rows, relation, viewer)
                        .orderBy(order(fields, relation.dataset()))
                        .limit(limit)
                        .offset(skip);
                yield table(names(fields), hidden(fields), query);
            }
            case Failures.OfGaps gaps ->
                table(
                        gaps.columns(),
                        Set.of(),
                        db.selectFrom(gaps(gaps, viewer).asTable("g"))
                                .limit(limit)
                                .offset(skip));
        };
    }

    /** All of them, in no order; to be run in a transaction and read row by row. */
    Query every(QualityRule rule, Published relation, Viewer viewer) {
        return switch (compiler.compile(rule, relation).failures()) {
            case Failures.OfRows rows -> {
                List<FactField> fields = readable.fields(relation.dataset(), viewer);
                yield new Query(names(fields), hidden(fields), rows(fields, rows, relation, viewer));
            }
            case Failures.OfGaps gaps -> {
                Select<?> list = gaps(gaps, viewer);
                yield new Query(gaps.columns(), Set.of(), list);
            }
        };
    }

    private SelectConditionStep<Record> rows(
            List<FactField> fields, Failures.OfRows failures, Published relation, Viewer viewer) {
        return db.select(columns(fields))
                .from(DSL.table(DSL.name(relation.schema(), relation.view())).as(DSL.name("t")))
                .where(failures.condition())
                .and(readable.scope(relation.dataset(), viewer));
    }

    private static List<Field<?>> columns(List<FactField> fields) {
        return fields.stream()
                .<Field<?>>map(field -> DSL.field("{0}::text", String.class, DSL.name("t", field.name()))
                        .as(DSL.name(field.name())))
                .toList();
    }

    private static List<OrderField<?>> order(List<FactField> fields, Dataset dataset) {
        List<OrderField<?>> order = new ArrayList<>();
        order.add(DSL.field(DSL.name("t", dataset.timeField())).desc().nullsLast());
        fields.forEach(field -> order.add(DSL.field(DSL.name("t", field.name()))));
        return order;
    }

    private Select<?> gaps(Failures.OfGaps gaps, Viewer viewer) {
        boolean whole = viewer.scope(Datasets.READ).isEverywhere();
        return whole ? gaps.list() : db.selectFrom(gaps.list().asTable("n")).where(DSL.falseCondition());
    }

    private Table table(List<String> names, Set<Integer> hidden, ResultQuery<?> query) {
        List<List<Optional<String>>> rows = new ArrayList<>();
        for (Record row : db.fetch(query)) {
            rows.add(cells(row, names.size(), hidden));
        }
        return new Table(names, rows);
    }

    static List<Optional<String>> cells(Record row, int number, Set<Integer> hidden) {
        List<Optional<String>> cells = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            Optional<String> text = Optional.ofNullable(row.get(i)).map(String::valueOf);
            cells.add(hidden.contains(i) ? text.map(Masking::general) : text);
        }
        return cells;
    }

    // Sensitive values are shown masked, to those who might read them: to read them is another door's business.
    private static Set<Integer> hidden(List<FactField> fields) {
        return IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).sensitivity() >= Dataset.SENSITIVE)
                .boxed()
                .collect(Collectors.toSet());
    }

    private static List<String> names(List<FactField> fields) {
        return fields.stream().map(FactField::name).toList();
    }

    /** Columns and rows of texts as the database writes them. */
    public record Table(List<String> columns, List<List<Optional<String>>> rows) {}

    record Query(List<String> columns, Set<Integer> hidden, ResultQuery<? extends Record> rows) {}
}
