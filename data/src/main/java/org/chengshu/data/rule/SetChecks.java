package org.chengshu.data.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chengshu.data.registry.FactRegistry;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Checks that look at rows together: groups, other datasets, distributions. The rule's relation is {@code t}, seen again {@code u}. */
final class SetChecks {
    private final Cells cells;
    private final Cells again;
    private final FactRegistry registry;

    SetChecks(Cells cells, FactRegistry registry) {
        this.cells = cells;
        this.again = cells.as("u");
        this.registry = registry;
    }

    /** Rows whose keys others have too; they are counted where they are grouped, and looked up to be listed. */
    Counted repeated(List<String> fields, boolean folded) {
        List<Field<?>> inner = keys(again, fields, folded);
        Condition whole = again.present(fields);
        Field<Long> failing = DSL.field(
                "(select coalesce(sum(n), 0) from (select count(*) as n from {0} where {1} group by {2} having count(*) > 1) s)",
                SQLDataType.BIGINT, again.declared(), whole, list(inner));
        Condition listed = DSL.condition(
                "({0}) in (select {1} from {2} where {3} group by {1} having count(*) > 1)",
                list(keys(cells, fields, folded)), list(inner), again.declared(), whole);
        return new Counted(failing, listed);
    }

    /** Rows that have another value than most of those that share their key. */
    Counted consistent(Check.Consistent check) {
        List<Field<?>> key = again.kept(check.key());
        QueryPart ranked = DSL.sql(
                "select {0}, {1}, count(*) as n, row_number() over (partition by {0} order by count(*) desc, {1}) as place from {2} where {3} group by {0}, {1}",
                list(key), again.kept(check.field()), again.declared(), again.present(check.fields()));
        List<Field<?>> names = new ArrayList<>();
        for (int i = 0; i <= key.size(); i++) {
            names.add(DSL.field(DSL.name("c" + i)));
        }
        List<Field<?>> outer = Stream.concat(cells.kept(check.key()).stream(), Stream.of(cells.kept(check.field())))
                .toList();
        return minority(ranked, names, outer);
    }

    /** Each different text is folded once: most columns that are spelt in several ways have few. */
    Counted spelling(Check.Spelling check) {
        String field = check.field();
        QueryPart texts = DSL.sql(
                "select {0} as {1}, count(*) as n from {2} where {3} group by {0}",
                again.kept(field), again.name(field).unqualifiedName(), again.declared(), again.present(field));
        QueryPart ranked = DSL.sql(
                "select {0}, n, row_number() over (partition by {1} order by n desc, {0}) as place from ({2}) as {3}",
                again.kept(field), again.folded(field), texts, again.alias());
        return minority(ranked, List.of(DSL.field(DSL.name("c0"))), List.of(cells.kept(field)));
    }

    /** @param ranked values with how many rows have them and their place among those of one key */
    private static Counted minority(QueryPart ranked, List<Field<?>> names, List<Field<?>> outer) {
        Field<Long> failing = DSL.field(
                "(select coalesce(sum(n), 0) from ({0}) s ({1}, n, place) where place > 1)",
                SQLDataType.BIGINT, ranked, list(names));
        Condition listed = DSL.condition(
                "({0}) in (select {1} from ({2}) s ({1}, n, place) where place > 1)", list(outer), list(names), ranked);
        return new Counted(failing, listed);
    }

    Counted reference(Check.Reference check) {
        Cells other = new Cells(registry.get(check.dataset()), "o");
        Condition there = DSL.exists(DSL.selectOne()
                .from(other.table())
                .where(other.text(check.key()).eq(cells.text(check.field()))));
        return scanned(cells.present(check.field()).and(there.not()));
    }

    Counted within(Check.Within check) {
        Cells other = new Cells(registry.get(check.dataset()), "o");
        Condition above = DSL.exists(DSL.selectOne()
                .from(other.table())
                .where(other.text(check.key()).eq(cells.text(check.on())))
                .and(DSL.condition("{0} < {1}", other.ordered(check.limit()), cells.ordered(check.field()))));
        return scanned(above);
    }

    Counted whole(Check.Whole check) {
        List<QueryPart> known = new ArrayList<>();
        List<QueryPart> filled = new ArrayList<>();
        List<Condition> agree = new ArrayList<>();
        for (String part : check.parts()) {
            Condition has = again.present(part);
            known.add(DSL.sql("coalesce(bool_or({0}), false)::int", has));
            filled.add(DSL.sql("coalesce({0}, false)::int", has));
            agree.add(DSL.condition("count(distinct {0}) filter (where {1}) <= 1", again.text(part), has));
        }
        QueryPart pieces =
                DSL.sql("having count(*) > 1 and {0} and max({1}) < {2}", DSL.and(agree), plus(filled), plus(known));
        Field<Long> failing = DSL.field(
                "(select coalesce(sum(n), 0) from (select count(*) as n from {0} where {1} group by {2} {3}) s)",
                SQLDataType.BIGINT,
                again.declared(),
                again.present(check.key()),
                list(again.kept(check.key())),
                pieces);
        Condition listed = DSL.condition(
                "({0}) in (select {1} from {2} where {3} group by {1} {4})",
                list(cells.kept(check.key())),
                list(again.kept(check.key())),
                again.declared(),
                again.present(check.key()),
                pieces);
        return new Counted(failing, listed);
    }

    Counted outlier(Check.Outlier check) {
        Bounds bounds = new Bounds(again, check);
        Field<Double> value = Bounds.value(cells, check);
        if (check.groupBy().isEmpty()) {
            Condition outside =
                    DSL.condition("({0} < (select lo from {1}) or {0} > (select hi from {1}))", value, bounds.table());
            return new Counted(rows(outside), outside);
        }
        Condition outside = DSL.condition(
                "exists (select 1 from {0} where b.g = {1} and ({2} < b.lo or {2} > b.hi))",
                bounds.table(), cells.text(check.groupBy().get()), value);
        return scanned(outside);
    }

    /** A scan of its own within the statement. */
    private Counted scanned(Condition failing) {
        Select<?> count = DSL.selectCount().from(cells.table()).where(failing);
        return new Counted(DSL.field("({0})", SQLDataType.BIGINT, count), failing);
    }

    static Field<Long> rows(Condition condition) {
        return DSL.field("count(*) filter (where {0})", SQLDataType.BIGINT, condition);
    }

    static QueryPart list(List<? extends QueryPart> parts) {
        return DSL.list(parts);
    }

    private static QueryPart plus(List<QueryPart> parts) {
        QueryPart sum = parts.getFirst();
        for (QueryPart part : parts.subList(1, parts.size())) {
            sum = DSL.sql("{0} + {1}", sum, part);
        }
        return sum;
    }

    private static List<Field<?>> keys(Cells cells, List<String> fields, boolean folded) {
        return folded ? fields.stream().<Field<?>>map(cells::alike).toList() : cells.kept(fields);
    }

    /** How many fail, and which. */
    record Counted(Field<Long> failing, Condition listed) {}
}
