package org.chengshu.alarm.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Packed days in PostgreSQL. Which days are old enough is asked of its clock, which the marks go by too. */
@Component
final class PackedDays {
    private static final int AT_ONCE = 64;

    private final DSLContext db;

    PackedDays(DSLContext db) {
        this.db = db;
    }

    /** Hands over the bodies of these days as far as they hold; answers which days these are, in order. */
    List<LocalDate> each(LocalDate first, LocalDate last, Consumer<byte[]> body) {
        List<LocalDate> days = new ArrayList<>();
        try (Cursor<Record> rows = db.resultQuery("""
                        select d.day, d.body from cs_alarm.figure_day d
                        where d.day >= ? and d.day <= ? and d.form = ?
                          and not exists (select 1 from cs_alarm.figure_mark m where m.day = d.day)
                        order by d.day
                        """, first, last, DayCodec.FORM)
                .fetchSize(AT_ONCE)
                .fetchLazy()) {
            for (Record row : rows) {
                days.add(row.get("day", LocalDate.class));
                body.accept(row.get("body", byte[].class));
            }
        }
        return days;
    }

    /**
     * Days that are over for two days and are to be packed: those with a mark, those packed in another form, and those that
     * have become old enough since the last one was.
     */
    List<LocalDate> due(int most) {
        return db.resultQuery("""
                        with ripe as (
                            select cast(now() at time zone 'UTC' as date) - 3 as last
                        )
                        select day from (
                            select day from cs_alarm.figure_mark
                            union
                            select day from cs_alarm.figure_day where form <> ?
                            union
                            select cast(d as date) from ripe, generate_series(
                                coalesce((select max(day) + 1 from cs_alarm.figure_day where day <= last), last),
                                last, interval '1 day') d
                        ) due, ripe
                        where day <= last
                        order by day desc limit ?
                        """, DayCodec.FORM, most)
                .coerce(DSL.field("day", SQLDataType.LOCALDATE))
                .fetch(row -> row.value1());
    }

    /** Waits until no other node packs; for the rest of the transaction. */
    void alone() {
        db.execute("select pg_advisory_xact_lock(hashtext('alarm-figures'))");
    }

    /** What is changed from now on marks the day anew. */
    void unmark(LocalDate day) {
        db.execute("delete from cs_alarm.figure_mark where day = ?", day);
    }

    void put(LocalDate day, int alarms, byte[] body) {
        db.execute("""
                insert into cs_alarm.figure_day (day, form, alarms, body) values (?, ?, ?, ?)
                on conflict (day) do update set form = excluded.form, alarms = excluded.alarms, body = excluded.body
                """, day, DayCodec.FORM, alarms, body);
    }

    /** Has every day packed anew; answers how many. */
    int markAll() {
        return db.execute("""
                insert into cs_alarm.figure_mark (day)
                select day from cs_alarm.figure_day
                union
                select cast(raised_at at time zone 'UTC' as date) from cs_alarm.alarm
                """);
    }
}
