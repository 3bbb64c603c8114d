package org.chengshu.data.lineage.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.core.settings.CitySettings;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Figures of loads, runs, revisions and reads by day, out of what each of them keeps. */
@Component
class FlowStore {
    private final DSLContext sql;
    private final CitySettings settings;

    FlowStore(DSLContext sql, CitySettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    /** Days with anything in them, of every dataset, from the day on. */
    List<FlowDay> days(LocalDate from) {
        String zone = settings.zone().getId();
        return sql.fetch("""
                        with since as (select cast({0} as timestamp) at time zone {1} as begun), happened as (
                            select dataset, started_at as moment, read_count as read, stored_count as stored,
                                   refused_count as refused, 0 as written, 0 as promoted,
                                   case when state in ('failed', 'stopped') then 1 else 0 end as failed,
                                   case when state = 'held' then 1 else 0 end as held
                            from cs_data.load, since where started_at >= since.begun
                            union all
                            select theme, started_at, 0, 0, 0, rows_written, 0,
                                   case when state = 'failed' then 1 else 0 end, case when state = 'held' then 1 else 0 end
                            from cs_data.theme_run, since where started_at >= since.begun
                            union all
                            select dataset, promoted_at, 0, 0, 0, 0, 1, 0, 0
                            from cs_data.revision, since where promoted_at >= since.begun),
                        figures as (
                            select dataset, (moment at time zone {1})::date as day, read, stored, refused, written, promoted,
                                   failed, held, 0 as reads from happened
                            union all
                            select dataset, day, 0, 0, 0, 0, 0, 0, 0, reads from cs_data.read_day
                            where day >= cast({0} as date))
                        select dataset, day, sum(read)::bigint as read, sum(stored)::bigint as stored,
                               sum(refused)::bigint as refused, sum(written)::bigint as written,
                               sum(promoted)::bigint as promoted, sum(failed)::bigint as failed,
                               sum(held)::bigint as held, sum(reads)::bigint as reads
                        from figures group by dataset, day order by day
                        """, org.jooq.impl.DSL.val(from.toString()), org.jooq.impl.DSL.val(zone))
                .map(FlowStore::day);
    }

    private static FlowDay day(Record row) {
        return new FlowDay(
                row.get("dataset", String.class),
                row.get("day", LocalDate.class),
                row.get("read", Long.class),
                row.get("stored", Long.class),
                row.get("refused", Long.class),
                row.get("written", Long.class),
                row.get("promoted", Long.class),
                row.get("failed", Long.class),
                row.get("held", Long.class),
                row.get("reads", Long.class));
    }

    /** Since when each dataset is older than its update cycle allows; only those that are. */
    Map<String, Instant> late() {
        Map<String, Instant> late = new TreeMap<>();
        sql.fetch("select dataset, late_since from cs_data.entry where late and dataset is not null")
                .forEach(row -> late.put(
                        row.get("dataset", String.class),
                        Optional.ofNullable(row.get("late_since", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(Instant.EPOCH)));
        return late;
    }

    /** How the newest ended load of each dataset went: its state and, when it did not go well, why. */
    Map<String, LastLoad> lastLoads() {
        Map<String, LastLoad> loads = new TreeMap<>();
        sql.fetch("""
                        select distinct on (dataset) dataset, state, error_zh, error_en from cs_data.load
                        where (ended_at is not null or state = 'held') and state <> 'cancelled' order by dataset, started_at desc
                        """)
                .forEach(row -> loads.put(
                        row.get("dataset", String.class),
                        new LastLoad(
                                row.get("state", String.class),
                                Optional.ofNullable(row.get("error_zh", String.class)),
                                Optional.ofNullable(row.get("error_en", String.class)))));
        return loads;
    }

    record LastLoad(String state, Optional<String> zh, Optional<String> en) {
        boolean bad() {
            return state.equals("failed") || state.equals("stopped") || state.equals("held");
        }
    }
}
