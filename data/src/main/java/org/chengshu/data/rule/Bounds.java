package org.chengshu.data.rule;

import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The fences beyond which a number is an outlier, by group, as a derived table {@code b (g, lo, hi)}. */
final class Bounds {
    private static final int FEWEST = 20;
    /** Makes the median absolute deviation of a normal distribution its standard deviation. */
    private static final double NORMAL = 1.4826;

    private final Cells cells;
    private final Check.Outlier check;

    Bounds(Cells cells, Check.Outlier check) {
        this.cells = cells;
        this.check = check;
    }

    static Field<Double> value(Cells cells, Check.Outlier check) {
        Field<Double> number = cells.number(check.field());
        return check.log() ? DSL.field("case when {0} > 0 then ln({0}) end", SQLDataType.DOUBLE, number) : number;
    }

    QueryPart table() {
        return DSL.sql("({0}) b", check.byDeviation() ? deviation() : quartiles());
    }

    private QueryPart quartiles() {
        return DSL.sql("""
                select g, q[1] - {0} * (q[2] - q[1]) as lo, q[2] + {0} * (q[2] - q[1]) as hi
                from (select g, percentile_cont(array[0.25, 0.75]) within group (order by x) as q
                      from ({1}) v group by g having count(*) >= {2}) s
                where q[2] > q[1]""", DSL.inline(check.k()), values(), DSL.inline(FEWEST));
    }

    private QueryPart deviation() {
        return DSL.sql("""
                select g, m - {0} * d as lo, m + {0} * d as hi
                from (select v.g, s.m, percentile_cont(0.5) within group (order by abs(v.x - s.m)) as d
                      from ({1}) v
                      join (select g, percentile_cont(0.5) within group (order by x) as m
                            from ({1}) w group by g having count(*) >= {2}) s on s.g = v.g
                      group by v.g, s.m) c
                where d > 0""", DSL.inline(check.k() * NORMAL), values(), DSL.inline(FEWEST));
    }

    private QueryPart values() {
        QueryPart group = check.groupBy()
                .<QueryPart>map(field -> DSL.sql("coalesce({0}, '')", cells.text(field)))
                .orElseGet(() -> DSL.inline(""));
        Field<Double> value = value(cells, check);
        return DSL.sql("select {0} as g, {1} as x from {2} where {1} is not null", group, value, cells.declared());
    }
}
