package org.chengshu.indicator.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.chengshu.indicator.compute.Computed;
import org.chengshu.indicator.compute.Key;
import org.chengshu.indicator.compute.Outcome;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Writes many rows with one statement: columns as arrays. */
@Component
class ValueRows {
    private final DSLContext sql;

    ValueRows(DSLContext sql) {
        this.sql = sql;
    }

    void upsert(String indicator, List<Row> rows, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        sql.execute(
                """
                insert into cs_indicator.value (indicator, start, key, dimension, member, area_path, value, attributes,
                    parts, coverage, count, revision, computed_at)
                select ?, to_timestamp(r.start), r.key, r.dimension, r.member, r.area_path, r.value,
                    r.attributes::jsonb, r.parts::jsonb, r.coverage, r.count, r.revision, ?::timestamptz
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::float8[], ?::text[], ?::text[],
                        ?::float8[], ?::bigint[], ?::int[])
                    as r (start, key, dimension, member, area_path, value, attributes, parts, coverage, count, revision)
                on conflict (indicator, key, start) do update set
                    area_path = excluded.area_path, value = excluded.value, attributes = excluded.attributes,
                    parts = excluded.parts, coverage = excluded.coverage, count = excluded.count,
                    revision = excluded.revision, computed_at = excluded.computed_at
                """,
                indicator,
                now.atOffset(ZoneOffset.UTC),
                column(rows, row -> row.computed().start().getEpochSecond(), new Long[0]),
                column(rows, row -> row.key().text(), new String[0]),
                column(rows, row -> row.key().dimension(), new String[0]),
                column(rows, row -> row.key().member(), new String[0]),
                column(rows, row -> row.key().areaPath(), new String[0]),
                column(rows, Row::value, new Double[0]),
                column(rows, Row::attributes, new String[0]),
                column(rows, Row::parts, new String[0]),
                column(rows, row -> row.outcome().coverage(), new Double[0]),
                column(rows, row -> row.outcome().count(), new Long[0]),
                column(rows, Row::revision, new Integer[0]));
    }

    /** Keeps the values that are about to be overwritten. */
    void keepFormer(String indicator, List<Former> formers, Instant now) {
        if (formers.isEmpty()) {
            return;
        }
        sql.execute(
                """
                insert into cs_indicator.former_value (indicator, start, key, revision, value, attributes, coverage, count,
                    computed_at, replaced_at, preliminary, area_path)
                select v.indicator, v.start, v.key, v.revision, v.value, v.attributes, v.coverage, v.count, v.computed_at,
                    ?::timestamptz, v.computed_at < to_timestamp(r.period_end), v.area_path
                from unnest(?::bigint[], ?::text[], ?::bigint[]) as r (start, key, period_end)
                join cs_indicator.value v on v.indicator = ? and v.key = r.key and v.start = to_timestamp(r.start)
                on conflict do nothing
                """,
                now.atOffset(ZoneOffset.UTC),
                column(formers, former -> former.start().getEpochSecond(), new Long[0]),
                column(formers, Former::key, new String[0]),
                column(formers, former -> former.end().getEpochSecond(), new Long[0]),
                indicator);
    }

    private static <R, T> T[] column(List<R> rows, Function<R, T> cell, T[] type) {
        return rows.stream().map(cell).toArray(size -> Arrays.copyOf(type, size));
    }

    /** A value to be written. */
    record Row(Computed computed, String attributes, String parts, int revision) {
        Key key() {
            return computed.key();
        }

        Outcome outcome() {
            return computed.outcome();
        }

        // The array has null where the value is unknown, as the column has.
        Double value() {
            return outcome().value().isPresent() ? outcome().value().getAsDouble() : null;
        }
    }

    /** A value to be kept, and the end of its period. */
    record Former(Instant start, String key, Instant end) {}
}
