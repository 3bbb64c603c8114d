package org.chengshu.data.rule;

import java.util.List;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.DataError;
import org.chengshu.data.registry.Published;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The cells of one relation under an alias, as texts, numbers or times. Every identifier of a check comes from here. */
public final class Cells {
    /** A whole number or decimal, with thousands commas or an exponent if need be. */
    private static final String NUMBER =
            "^[[:space:]]*[-+]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)?([.][0-9]+)?([eE][-+]?[0-9]{1,3})?[[:space:]]*$";

    private static final String BLANKS =
            "\u3000\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F";
    private static final String FULL_WIDTH = wide();
    private static final String HALF_WIDTH = narrow();
    private static final String SET_ASIDE = " \t\n\u000B\f\r-_.,;:'\"()/[]";

    private final Published published;
    private final String alias;

    public Cells(Published published, String alias) {
        this.published = published;
        this.alias = alias;
    }

    /** The same relation under another alias. */
    Cells as(String other) {
        return new Cells(published, other);
    }

    String dataset() {
        return published.dataset().id();
    }

    Published published() {
        return published;
    }

    public Table<?> table() {
        return DSL.table(DSL.name(published.schema(), published.view())).as(DSL.name(alias));
    }

    /** The same for a template, which would print the alias alone. */
    QueryPart declared() {
        return DSL.sql("{0} as {1}", DSL.name(published.schema(), published.view()), DSL.name(alias));
    }

    Name alias() {
        return DSL.name(alias);
    }

    FactField field(String name) {
        return published.dataset().field(name);
    }

    Name name(String field) {
        return DSL.name(alias, field(field).name());
    }

    public Field<String> text(String field) {
        Field<Object> cell = DSL.field(name(field));
        return cell.cast(SQLDataType.CLOB);
    }

    List<Field<?>> texts(List<String> fields) {
        return fields.stream().<Field<?>>map(this::text).toList();
    }

    /** The cell as it is kept, which compares and groups quicker than its text. */
    Field<?> kept(String field) {
        return DSL.field(name(field));
    }

    List<Field<?>> kept(List<String> fields) {
        return fields.stream().<Field<?>>map(this::kept).toList();
    }

    /** A text that is a number counts as that number; what is none is absent. */
    public Field<Double> number(String field) {
        return switch (field(field).type()) {
            case NUMBER, INTEGER -> DSL.field(name(field)).cast(SQLDataType.DOUBLE);
            case TEXT ->
                DSL.field(
                        "case when {0} ~ {1} and {0} ~ '[0-9]' then replace(btrim({0}), ',', '')::double precision end",
                        SQLDataType.DOUBLE, text(field), DSL.inline(NUMBER));
            case BOOLEAN, INSTANT, DATE ->
                throw new Fault(DataError.RULE_FAULTY, "field " + field + " of " + dataset() + " holds no numbers");
        };
    }

    /** A time or a number, for what is ordered. */
    Field<?> ordered(String field) {
        FieldType type = field(field).type();
        return type == FieldType.INSTANT || type == FieldType.DATE ? DSL.field(name(field)) : number(field);
    }

    boolean isTime(String field) {
        FieldType type = field(field).type();
        return type == FieldType.INSTANT || type == FieldType.DATE;
    }

    public Condition present(String field) {
        if (field(field).type() != FieldType.TEXT) {
            return DSL.field(name(field)).isNotNull();
        }
        return DSL.condition("{0} <> ''", text(field));
    }

    Condition present(List<String> fields) {
        return DSL.and(fields.stream().map(this::present).toList());
    }

    /** How many rows have all of these; of one field that is no text the database counts without a condition. */
    Field<Long> count(List<String> fields) {
        if (fields.size() == 1 && field(fields.getFirst()).type() != FieldType.TEXT) {
            return DSL.field("count({0})", SQLDataType.BIGINT, name(fields.getFirst()));
        }
        return SetChecks.rows(present(fields));
    }

    /**
     * What two spellings of one thing have in common: width, case, blanks and punctuation set aside, but for signs between
     * digits, which tell numbers apart. Patterns with brackets and translations are slow: only what has wide characters or
     * signs between digits goes through them.
     */
    public Field<String> folded(String field) {
        return DSL.field(
                "lower(translate(case when octet_length({0}) <> length({0}) and {0} ~ {1}"
                        + " then regexp_replace(translate({0}, {2}, {3}), {4}, '\\1|', 'g')"
                        + " when {0} ~ {5} then regexp_replace({0}, {4}, '\\1|', 'g') else {0} end, {6}, ''))",
                SQLDataType.CLOB,
                text(field),
                DSL.inline("[" + FULL_WIDTH + "]"),
                DSL.inline(FULL_WIDTH),
                DSL.inline(HALF_WIDTH),
                DSL.inline("([0-9])[[:space:]\\-_.,;:/]+(?=[0-9])"),
                DSL.inline("[0-9][[:space:]\\-_.,;:/]+[0-9]"),
                DSL.inline(SET_ASIDE));
    }

    /** As folded, but what is no text is what it is. */
    Field<?> alike(String field) {
        return field(field).type() == FieldType.TEXT ? folded(field) : kept(field);
    }

    private static String wide() {
        StringBuilder all = new StringBuilder(BLANKS + "【】「」、。");
        for (char c = '\uFF01'; c <= '\uFF5E'; c++) {
            all.append(c);
        }
        return all.toString();
    }

    private static String narrow() {
        StringBuilder all = new StringBuilder(" ".repeat(BLANKS.length()) + "()\"\",.");
        for (char c = '!'; c <= '~'; c++) {
            all.append(c);
        }
        return all.toString();
    }
}
