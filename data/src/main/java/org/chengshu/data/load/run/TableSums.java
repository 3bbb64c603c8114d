package org.chengshu.data.load.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chengshu.core.db.Transactions;
import org.chengshu.data.feed.FeedTotals.ColumnTotal;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What a table itself says of its rows: it is asked by SQL after they were written, whoever wrote them. */
@Component
class TableSums {
    private final DSLContext sql;
    private final Transactions transactions;

    TableSums(DSLContext sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    Sums of(Name table, List<String> fields) {
        List<Field<?>> asked = new ArrayList<>();
        asked.add(DSL.count());
        for (String name : fields) {
            Field<String> text = DSL.field(DSL.name(name)).cast(SQLDataType.CLOB);
            asked.add(DSL.count(text));
            asked.add(DSL.sum(DSL.field("hashtextextended({0}, 0)", SQLDataType.BIGINT, text)));
        }
        // Times are written as text in the zone of the session.
        return transactions.call(() -> {
            sql.execute("set local timezone to 'UTC'");
            Record row = Objects.requireNonNull(
                    sql.select(asked).from(DSL.table(table)).fetchOne());
            List<ColumnTotal> totals = new ArrayList<>(fields.size());
            for (int i = 0; i < fields.size(); i++) {
                totals.add(
                        new ColumnTotal(row.get(1 + 2 * i, long.class), wrapped(row.get(2 + 2 * i, BigDecimal.class))));
            }
            return new Sums(row.get(0, long.class), totals);
        });
    }

    private static long wrapped(BigDecimal sum) {
        return sum == null ? 0 : sum.toBigInteger().longValue();
    }

    /** Rows, and by field how many values there are and what they sum up to modulo 2^64. */
    record Sums(long rows, List<ColumnTotal> fields) {}
}
