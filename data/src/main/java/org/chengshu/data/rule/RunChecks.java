package org.chengshu.data.rule;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Checks that look at rows one after the other: values that stay the same for too long. */
final class RunChecks {
    private final Cells cells;
    private final Cells again;

    RunChecks(Cells cells) {
        this.cells = cells;
        this.again = cells.as("u");
    }

    /** Rows of runs; a row without a value ends its run. */
    SetChecks.Counted stuck(Check.Stuck check) {
        Field<Long> failing =
                DSL.field("(select coalesce(sum(n), 0)::bigint from ({0}) s)", SQLDataType.BIGINT, runs(check));
        List<QueryPart> same = new ArrayList<>();
        same.add(DSL.sql("{0} = r.v", cells.kept(check.field())));
        same.add(DSL.sql("{0} between r.lo and r.hi", cells.kept(check.along())));
        for (int i = 0; i < check.groupBy().size(); i++) {
            same.add(DSL.sql("{0} = r.{1}", cells.kept(check.groupBy().get(i)), group(i)));
        }
        Condition listed = DSL.condition(
                "exists (select 1 from ({0}) r where {1})",
                runs(check),
                DSL.and(same.stream().map(part -> DSL.condition("{0}", part)).toList()));
        return new SetChecks.Counted(failing, listed);
    }

    // The value before tells where a run begins; how often one has begun until here tells the runs apart.
    private QueryPart runs(Check.Stuck check) {
        List<QueryPart> groups = new ArrayList<>();
        List<QueryPart> named = new ArrayList<>();
        for (int i = 0; i < check.groupBy().size(); i++) {
            groups.add(group(i));
            named.add(DSL.sql("{0} as {1}", again.kept(check.groupBy().get(i)), group(i)));
        }
        QueryPart rows = DSL.sql(
                "select {0}{1} as v, {2} as o from {3} where {4}",
                leading(named),
                again.kept(check.field()),
                again.kept(check.along()),
                again.declared(),
                again.present(List.of(check.along())).and(again.present(check.groupBy())));
        QueryPart before = DSL.sql("select *, lag(v) over ({0} order by o) as p from ({1}) a", partition(groups), rows);
        QueryPart numbered = DSL.sql(
                "select *, count(*) filter (where v is distinct from p) over ({0} order by o rows unbounded preceding) as run from ({1}) b",
                partition(groups), before);
        return DSL.sql(
                "select {0}v, min(o) as lo, max(o) as hi, count(*) as n from ({1}) c where v is not null group by {0}v, run having count(*) >= {2}",
                leading(groups), numbered, DSL.inline(check.atLeast()));
    }

    private static QueryPart leading(List<QueryPart> parts) {
        return parts.isEmpty() ? DSL.sql("") : DSL.sql("{0}, ", DSL.list(parts));
    }

    private static QueryPart partition(List<QueryPart> groups) {
        return groups.isEmpty() ? DSL.sql("") : DSL.sql("partition by {0}", DSL.list(groups));
    }

    private static QueryPart group(int i) {
        return DSL.name("g" + i);
    }
}
