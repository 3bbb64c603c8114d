package org.chengshu.data.load.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.data.load.CellFault;
import org.chengshu.data.load.RefusedRow;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of refused rows. */
@Component
public class RefusedStore {
    private final DSLContext sql;
    private final JsonMapper json;

    RefusedStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void add(UUID load, List<RefusedRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        sql.execute(
                """
                insert into cs_data.refused_row (load, row_no, line, cells, faults)
                select ?, row_no, line, cells::jsonb, faults::jsonb
                from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[]) as u (row_no, line, cells, faults)
                """,
                load,
                rows.stream().map(RefusedRow::row).toArray(Long[]::new),
                rows.stream().map(RefusedRow::line).toArray(Long[]::new),
                rows.stream().map(row -> cells(row.cells())).toArray(String[]::new),
                rows.stream().map(row -> json.writeValueAsString(row.faults())).toArray(String[]::new));
    }

    // PostgreSQL's JSON has no zero characters either.
    private String cells(List<Optional<String>> cells) {
        return json.writeValueAsString(cells).replace("\\u0000", "\\ufffd");
    }

    void clear(UUID load) {
        sql.execute("delete from cs_data.refused_row where load = ?", load);
    }

    /** In the order of the delivery, after the row of this number. */
    public List<RefusedRow> list(UUID load, long after, int most) {
        return sql.resultQuery("""
                select row_no, line, cells::text, faults::text, settled_by from cs_data.refused_row
                where load = ? and row_no > ? order by row_no limit ?
                """, load, after, most).fetch(this::row);
    }

    /** Those of these rows of the load that nobody has taken up. */
    Set<Long> waiting(UUID load, Set<Long> rows) {
        return new HashSet<>(
                sql.resultQuery("""
                        select row_no from cs_data.refused_row
                        where load = ? and settled_by is null and row_no = any (?::bigint[])
                        """, load, rows.toArray(Long[]::new)).fetch(0, long.class));
    }

    /** These rows of the load, or all that wait, are taken up by another. */
    void settle(UUID load, UUID by, Optional<List<Long>> rows) {
        Condition which =
                rows.map(DSL.field(DSL.name("row_no"), Long.class)::in).orElseGet(DSL::noCondition);
        sql.update(DSL.table(DSL.name("cs_data", "refused_row")))
                .set(DSL.field(DSL.name("settled_by"), UUID.class), by)
                .where(DSL.field(DSL.name("load"), UUID.class).eq(load))
                .and(DSL.field(DSL.name("settled_by")).isNull())
                .and(which)
                .execute();
    }

    /** Forgets refused rows of loads that ended before. */
    int forgetBefore(Instant time) {
        return sql.execute("""
                delete from cs_data.refused_row r using cs_data.load l
                where l.id = r.load and l.ended_at < ?::timestamptz
                """, time.atOffset(ZoneOffset.UTC));
    }

    private RefusedRow row(Record row) {
        return new RefusedRow(
                row.get(0, long.class),
                row.get(1, long.class),
                json.readValue(row.get(2, String.class), new TypeReference<List<Optional<String>>>() {}),
                json.readValue(row.get(3, String.class), new TypeReference<List<CellFault>>() {}),
                Optional.ofNullable(row.get(4, UUID.class)));
    }
}
