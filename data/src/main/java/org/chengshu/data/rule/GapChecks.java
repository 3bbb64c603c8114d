package org.chengshu.data.rule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Checks that fail by what is not there: periods and numbers left out, things that no longer report. */
final class GapChecks {
    private static final Map<String, Integer> SECONDS = Map.of("hour", 3_600, "day", 86_400, "week", 604_800);
    private static final Map<String, Integer> MONTHS = Map.of("month", 1, "year", 12);

    private final Cells cells;
    private final ZoneId zone;
    private final Instant now;

    GapChecks(Cells cells, ZoneId zone, Instant now) {
        this.cells = cells.as("u");
        this.zone = zone;
        this.now = now;
    }

    Field<Long> missing(Check.Gaps check) {
        return DSL.field("(select coalesce(sum(n), 0)::bigint from ({0}) g)", SQLDataType.BIGINT, gaps(check));
    }

    Field<Long> expected(Check.Gaps check) {
        return DSL.field(
                "(select coalesce(count(*), 0) from ({0}) p) + {1}", SQLDataType.BIGINT, places(check), missing(check));
    }

    // Each gap with its group, what stands before and behind it, and how many are missing.
    private Select<?> list(Check.Gaps check) {
        List<Field<?>> columns = groupNames(check.groupBy());
        columns.add(DSL.field("v::text").as("after"));
        columns.add(DSL.field("w::text").as("before"));
        columns.add(DSL.field("n::bigint", SQLDataType.BIGINT).as("missing"));
        return DSL.select(columns)
                .from(derived(gaps(check)))
                .orderBy(DSL.field("n").desc(), DSL.inline(1));
    }

    private static org.jooq.Table<?> derived(QueryPart query) {
        return DSL.table("({0}) g", query);
    }

    private QueryPart gaps(Check.Gaps check) {
        return DSL.sql(
                "select *, {0} as n from (select *, lead(v) over ({1} order by v) as w from ({2}) p) q where w is not null and {0} > 0",
                distance(check), partition(check.groupBy()), places(check));
    }

    private static QueryPart partition(List<String> groupBy) {
        return groupBy.isEmpty() ? DSL.sql("") : DSL.sql("partition by {0}", DSL.list(groupAliases(groupBy.size())));
    }

    private QueryPart places(Check.Gaps check) {
        QueryPart place = place(check);
        if (check.groupBy().isEmpty()) {
            return DSL.sql("select distinct {0} as v from {1} where {0} is not null", place, cells.declared());
        }
        List<QueryPart> named = new ArrayList<>();
        for (int i = 0; i < check.groupBy().size(); i++) {
            named.add(DSL.sql("{0} as {1}", cells.text(check.groupBy().get(i)), DSL.name("g" + i)));
        }
        return DSL.sql(
                "select distinct {0}, {1} as v from {2} where {1} is not null",
                DSL.list(named), place, cells.declared());
    }

    private QueryPart place(Check.Gaps check) {
        if (check.grain().isEmpty() || !cells.isTime(check.field())) {
            return DSL.sql("floor({0})::bigint", cells.number(check.field()));
        }
        QueryPart grain = DSL.inline(check.grain().get());
        Field<Object> time = DSL.field(cells.name(check.field()));
        return cells.field(check.field()).type() == org.chengshu.core.spi.FieldType.DATE
                ? DSL.sql("date_trunc({0}, {1}::timestamp)", grain, time)
                : DSL.sql("date_trunc({0}, {1} at time zone {2})", grain, time, DSL.inline(zone.getId()));
    }

    // How many places lie between two that follow each other.
    private QueryPart distance(Check.Gaps check) {
        if (check.grain().isEmpty() || !cells.isTime(check.field())) {
            return DSL.sql("(w - v - 1)");
        }
        String grain = check.grain().get();
        if (SECONDS.containsKey(grain)) {
            return DSL.sql("(round(extract(epoch from w - v) / {0})::bigint - 1)", DSL.inline(SECONDS.get(grain)));
        }
        return DSL.sql(
                "((((extract(year from w) - extract(year from v)) * 12 + extract(month from w) - extract(month from v)) / {0})::bigint - 1)",
                DSL.inline(MONTHS.get(grain)));
    }

    Field<Long> stale(Check.Fresh check) {
        return check.groupBy().isEmpty()
                ? DSL.field(
                        "(case when {0} then 1 else 0 end)::bigint", SQLDataType.BIGINT, isOld(check, newest(check)))
                : DSL.field("(select count(*) from ({0}) s)", SQLDataType.BIGINT, silent(check));
    }

    Field<Long> members(Check.Fresh check) {
        return check.groupBy().isEmpty()
                ? DSL.inline(1L)
                : DSL.field(
                        "(select count(*) from (select 1 from {0} where {1} group by {2}) s)",
                        SQLDataType.BIGINT,
                        cells.declared(),
                        cells.present(check.groupBy()),
                        DSL.list(cells.texts(check.groupBy())));
    }

    private Select<?> list(Check.Fresh check) {
        if (check.groupBy().isEmpty()) {
            return DSL.select(newest(check).cast(SQLDataType.CLOB).as("newest"))
                    .where(DSL.condition("{0}", isOld(check, newest(check))));
        }
        List<Field<?>> columns = groupNames(check.groupBy());
        columns.add(DSL.field("newest::text").as("newest"));
        return DSL.select(columns).from(derived(silent(check))).orderBy(DSL.field("newest"), DSL.inline(1));
    }

    private QueryPart silent(Check.Fresh check) {
        List<QueryPart> named = new ArrayList<>();
        for (int i = 0; i < check.groupBy().size(); i++) {
            named.add(DSL.sql("{0} as {1}", cells.text(check.groupBy().get(i)), DSL.name("g" + i)));
        }
        Field<Object> time = time(check);
        return DSL.sql(
                "select {0}, max({1}) as newest from {2} where {3} group by {4} having {5}",
                DSL.list(named),
                time,
                cells.declared(),
                cells.present(check.groupBy()),
                DSL.list(cells.texts(check.groupBy())),
                isOld(check, DSL.field("max({0})", Object.class, time)));
    }

    private Field<Object> time(Check.Fresh check) {
        if (!cells.isTime(check.field())) {
            throw new Fault(DataError.RULE_FAULTY, "field " + check.field() + " holds no times");
        }
        return DSL.field(cells.name(check.field()));
    }

    private Field<Object> newest(Check.Fresh check) {
        return DSL.field("(select max({0}) from {1})", Object.class, time(check), cells.declared());
    }

    private QueryPart isOld(Check.Fresh check, Field<Object> newest) {
        QueryPart limit = DSL.sql("interval {0}", DSL.inline(check.within().toSeconds() + " seconds"));
        QueryPart mark = check.fromNewest() ? newest(check) : DSL.val(now.atOffset(ZoneOffset.UTC));
        return DSL.sql("coalesce({0} < {1} - {2}, true)", newest, mark, limit);
    }

    Compiled.Failures failures(Check.Gaps check) {
        return new Compiled.Failures.OfGaps(joined(check.groupBy(), "after", "before", "missing"), list(check));
    }

    Compiled.Failures failures(Check.Fresh check) {
        return new Compiled.Failures.OfGaps(joined(check.groupBy(), "newest"), list(check));
    }

    private static List<String> joined(List<String> groupBy, String... more) {
        return Stream.concat(groupBy.stream(), Stream.of(more)).toList();
    }

    private static List<Field<?>> groupAliases(int number) {
        List<Field<?>> names = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            names.add(DSL.field(DSL.name("g" + i)));
        }
        return names;
    }

    private static List<Field<?>> groupNames(List<String> groupBy) {
        List<Field<?>> names = new ArrayList<>();
        for (int i = 0; i < groupBy.size(); i++) {
            names.add(DSL.field(DSL.name("g" + i)).as(groupBy.get(i)));
        }
        return names;
    }
}
