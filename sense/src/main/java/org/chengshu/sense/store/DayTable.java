package org.chengshu.sense.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.settings.CitySettings;
import org.jooq.DSLContext;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;

/**
 * Days of the city, each made of its hours when it is over. Days whose hours change are noted as due with the change, so
 * that none is forgotten; what is due is told from the hours until it is done.
 */
@Component
final class DayTable {
    private static final int DUE_AT_ONCE = 2_000;

    private static final String NOTE_DUE = """
            insert into cs_sense.day_due (series, day)
            select series, date '1970-01-01' + day from unnest(?::int[], ?::int[]) as u (series, day)
            order by 1, 2 on conflict do nothing""";

    private static final String MAKE = """
            insert into cs_sense.day as d (series, day, count, sum, min, max, last, last_time)
            select u.series, date '1970-01-01' + u.day, h.count, h.sum, h.min, h.max, h.last, h.last_time
            from unnest(?::int[], ?::int[], ?::bigint[], ?::bigint[]) as u (series, day, low, high)
            cross join lateral (
                select sum(count) as count, sum(sum) as sum, min(min) as min, max(max) as max,
                    (array_agg(last order by last_time desc))[1] as last, max(last_time) as last_time
                from cs_sense.hour
                where series = u.series and hour >= to_timestamp(u.low) and hour < to_timestamp(u.high)
            ) as h
            where h.count is not null
            on conflict (series, day) do update set count = excluded.count, sum = excluded.sum, min = excluded.min,
                max = excluded.max, last = excluded.last, last_time = excluded.last_time
            -- When hours were dropped, what is left of them is not the day.
            where excluded.count >= d.count""";

    private static final String READ = """
            select series, day - date '1970-01-01', count, sum, min, max, last,
                (extract(epoch from last_time) * 1000000)::bigint
            from cs_sense.day
            where series = any(?) and day >= date '1970-01-01' + ? and day < date '1970-01-01' + ?""";

    private final DSLContext db;
    private final Transactions transactions;
    private final Clock clock;
    private final ZoneId zone;
    /** Noted since the start, by the key of a delta with the day in the place of the hour. */
    private final Set<Long> noted = ConcurrentHashMap.newKeySet();

    DayTable(DSLContext db, Transactions transactions, Clock clock, CitySettings settings) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.zone = settings.zone();
    }

    boolean hasDays() {
        return zone.getRules().getOffset(clock.instant()).getTotalSeconds() % 3_600 == 0;
    }

    /** Notes the days of these hours as due, in the caller's transaction; answers what is to be remembered after it. */
    Set<Long> due(Collection<Long> hours) {
        Set<Long> fresh = new TreeSet<>();
        for (long key : hours) {
            long day = HourDeltas.key(HourDeltas.series(key), day(HourDeltas.hour(key)));
            if (!noted.contains(day)) {
                fresh.add(day);
            }
        }
        if (!fresh.isEmpty()) {
            int[] series = fresh.stream().mapToInt(HourDeltas::series).toArray();
            int[] days =
                    fresh.stream().mapToInt(key -> (int) HourDeltas.hour(key)).toArray();
            transactions.onConnection(connection -> {
                PGConnection arrays = connection.unwrap(PGConnection.class);
                try (PreparedStatement statement = connection.prepareStatement(NOTE_DUE)) {
                    statement.setArray(1, arrays.createArrayOf("int4", series));
                    statement.setArray(2, arrays.createArrayOf("int4", days));
                    return statement.executeUpdate();
                }
            });
        }
        return fresh;
    }

    void noted(Set<Long> days) {
        noted.addAll(days);
    }

    long day(long hour) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(hour * 3_600), zone).toEpochDay();
    }

    private long begin(long day) {
        return LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond();
    }

    /** Makes the days that are over, some at a time; answers whether there may be more. */
    boolean make() {
        long today = LocalDate.ofInstant(clock.instant(), zone).toEpochDay();
        List<Long> keys = db.fetch("""
                        select series, day - date '1970-01-01' as day from cs_sense.day_due
                        where day < date '1970-01-01' + ? order by day limit ?""", (int) today, DUE_AT_ONCE)
                .map(row -> HourDeltas.key(row.get("series", Integer.class), row.get("day", Integer.class)));
        if (keys.isEmpty()) {
            return false;
        }
        // Forgotten first: a change meanwhile notes the day anew.
        keys.forEach(noted::remove);
        int[] series = keys.stream().mapToInt(HourDeltas::series).toArray();
        int[] days = keys.stream().mapToInt(key -> (int) HourDeltas.hour(key)).toArray();
        long[] low = keys.stream().mapToLong(key -> begin(HourDeltas.hour(key))).toArray();
        long[] high =
                keys.stream().mapToLong(key -> begin(HourDeltas.hour(key) + 1)).toArray();
        transactions.run(() -> transactions.onConnection(connection -> {
            PGConnection arrays = connection.unwrap(PGConnection.class);
            try (PreparedStatement make = connection.prepareStatement(MAKE);
                    PreparedStatement done = connection.prepareStatement("""
                            delete from cs_sense.day_due d using unnest(?::int[], ?::int[]) as u (series, day)
                            where d.series = u.series and d.day = date '1970-01-01' + u.day""")) {
                make.setArray(1, arrays.createArrayOf("int4", series));
                make.setArray(2, arrays.createArrayOf("int4", days));
                make.setArray(3, arrays.createArrayOf("int8", low));
                make.setArray(4, arrays.createArrayOf("int8", high));
                make.executeUpdate();
                done.setArray(1, arrays.createArrayOf("int4", series));
                done.setArray(2, arrays.createArrayOf("int4", days));
                return done.executeUpdate();
            }
        }));
        return keys.size() == DUE_AT_ONCE;
    }

    /** The days of each series that are made, by number, [from, to). */
    Map<Integer, NavigableMap<Long, Rollup>> read(Collection<Integer> series, long from, long to) {
        Map<Integer, NavigableMap<Long, Rollup>> found = new HashMap<>();
        series.forEach(id -> found.put(id, new TreeMap<>()));
        int[] ids = series.stream().mapToInt(Integer::intValue).toArray();
        transactions.onConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(READ)) {
                statement.setArray(1, connection.unwrap(PGConnection.class).createArrayOf("int4", ids));
                statement.setInt(2, (int) from);
                statement.setInt(3, (int) to);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        long day = row.getInt(2);
                        found.get(row.getInt(1))
                                .put(
                                        day,
                                        new Rollup(
                                                begin(day) * 1_000_000,
                                                row.getLong(3),
                                                row.getDouble(4),
                                                row.getDouble(5),
                                                row.getDouble(6),
                                                row.getDouble(7),
                                                row.getLong(8)));
                    }
                }
            }
            return null;
        });
        return found;
    }

    /** The days of [from, to) that are due, by series. */
    Map<Integer, Set<Long>> due(Collection<Integer> series, long from, long to) {
        Map<Integer, Set<Long>> found = new HashMap<>();
        series.forEach(id -> found.put(id, new TreeSet<>()));
        db.fetch("""
                        select series, day - date '1970-01-01' as day from cs_sense.day_due
                        where series = any(?) and day >= date '1970-01-01' + ? and day < date '1970-01-01' + ?""", series.toArray(Integer[]::new), (int) from, (int) to)
                .forEach(row -> found.get(row.get("series", Integer.class))
                        .add(row.get("day", Integer.class).longValue()));
        return found;
    }

    /** Forgets days that are to be made anew, in the caller's transaction. */
    void forget(Collection<Integer> series, long from, long to) {
        db.execute("""
                delete from cs_sense.day
                where series = any(?) and day >= date '1970-01-01' + ? and day < date '1970-01-01' + ?""", series.toArray(Integer[]::new), (int) from, (int) to);
    }

    long drop(Collection<Integer> series, LocalDate before) {
        return db.execute(
                "delete from cs_sense.day where series = any(?) and day < ?::date",
                series.toArray(Integer[]::new),
                before.toString());
    }

    /** The hours of a day, [low, high). */
    List<Long> hours(long day) {
        List<Long> hours = new ArrayList<>();
        for (long hour = begin(day) / 3_600; hour < begin(day + 1) / 3_600; hour++) {
            hours.add(hour);
        }
        return hours;
    }

    Instant beginOf(long day) {
        return Instant.ofEpochSecond(begin(day));
    }
}
