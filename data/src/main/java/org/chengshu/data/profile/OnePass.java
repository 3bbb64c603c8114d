package org.chengshu.data.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.spi.FactField;
import org.chengshu.data.registry.Published;
import org.chengshu.data.rule.Cells;
import org.chengshu.data.rule.NullWords;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Counts over all rows and fields in one statement. */
final class OnePass {
    private static final String STRAY = "^[[:space:]\u3000]|[[:space:]\u3000]$|[ \u3000]{2}|[[:cntrl:]\uFFFD]";
    private static final String WIDE = "[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFF08\uFF09]";

    private final Cells cells;
    private final List<Field<?>> asked = new ArrayList<>();

    private OnePass(Published relation) {
        this.cells = new Cells(relation, "t");
    }

    static Counts over(Published relation, DSLContext db) {
        OnePass pass = new OnePass(relation);
        pass.asked.add(DSL.field("count(*)", SQLDataType.BIGINT).as("rows"));
        List<FactField> fields = relation.dataset().fields();
        for (int i = 0; i < fields.size(); i++) {
            pass.ask(i, fields.get(i));
        }
        Record row = db.select(pass.asked).from(pass.cells.table()).fetchSingle();
        Map<String, FieldCounts> counts = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            counts.put(fields.get(i).name(), new FieldCounts(i, row));
        }
        return new Counts(row.get("rows", Long.class), counts);
    }

    private void ask(int i, FactField field) {
        Field<String> text = cells.text(field.name());
        add(i, "present", "count({0})", text);
        switch (field.type()) {
            case TEXT -> askText(i, text);
            case NUMBER, INTEGER -> askNumber(i, cells.number(field.name()));
            case INSTANT, DATE -> {
                add(i, "min", "min({0})::text", DSL.field(DSL.name("t", field.name())));
                add(i, "max", "max({0})::text", DSL.field(DSL.name("t", field.name())));
            }
            case BOOLEAN -> {}
        }
    }

    private void askText(int i, Field<String> text) {
        QueryPart words = DSL.list(NullWords.USUAL.stream().map(DSL::inline).toList());
        add(i, "words", "count(*) filter (where lower(btrim({0})) in ({1}))", text, words);
        add(i, "untidy", "count(*) filter (where {0} ~ {1})", text, DSL.inline(STRAY));
        add(
                i,
                "wide",
                "count(*) filter (where octet_length({0}) <> length({0}) and {0} ~ {1})",
                text,
                DSL.inline(WIDE));
        add(i, "shortest", "min(length({0}))", text);
        add(i, "longest", "max(length({0}))", text);
        add(i, "length", "avg(length({0}))::double precision", text);
    }

    private void askNumber(int i, Field<Double> number) {
        add(i, "min", "min({0})::text", number);
        add(i, "max", "max({0})::text", number);
        add(i, "mean", "avg({0})", number);
        add(i, "negatives", "count(*) filter (where {0} < 0)", number);
        add(i, "zeros", "count(*) filter (where {0} = 0)", number);
    }

    private void add(int i, String what, String template, QueryPart... parts) {
        asked.add(DSL.field(template, parts).as(what + i));
    }

    /** What the pass found. */
    record Counts(long rows, Map<String, FieldCounts> fields) {}

    /** The counts of one field; absent ones were not asked for. */
    record FieldCounts(int place, Record row) {
        long count(String what) {
            return find(what, Long.class).orElse(0L);
        }

        <T> Optional<T> find(String what, Class<T> type) {
            return row.field(what + place) == null
                    ? Optional.empty()
                    : Optional.ofNullable(row.get(what + place, type));
        }
    }
}
