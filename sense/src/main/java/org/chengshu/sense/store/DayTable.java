package org.chengshu.sense.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.settings.CitySettings;
import org.jooq.DSLContext;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;

/**
 * Days of the city, each made of its hours when it is over. Days whose hours change are noted as due with the change, so
 * that none is forgotten; what is due is told from the hours until it is done. Where a day begins or ends within an hour
 * (UTC), as in zones of half an hour, that hour belongs to two days, and its readings say what is of which.
 */
@Component
final class DayTable {
    private static final int DUE_AT_ONCE = 2_000;
    private static final int HOUR_S = 3_600;

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

    private static final String PUT = """
            insert into cs_sense.day as d (series, day, count, sum, min, max, last, last_time)
            select u.series, date '1970-01-01' + u.day, u.count, u.sum, u.min, u.max, u.last,
                to_timestamp(0) + u.last_time * interval '1 microsecond'
            from unnest(?::int[], ?::int[], ?::bigint[], ?::float8[], ?::float8[], ?::float8[], ?::float8[], ?::bigint[])
                as u (series, day, count, sum, min, max, last, last_time)
            on conflict (series, day) do update set count = excluded.count, sum = excluded.sum, min = excluded.min,
                max = excluded.max, last = excluded.last, last_time = excluded.last_time
            where excluded.count >= d.count""";

    private static final String DONE = """
            delete from cs_sense.day_due d using unnest(?::int[], ?::int[]) as u (series, day)
            where d.series = u.series and d.day = date '1970-01-01' + u.day""";

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

    /** Notes the days of these hours as due, in the caller's transaction; answers what is to be remembered after it. */
    Set<Long> due(Collection<Long> hours) {
        Set<Long> fresh = new TreeSet<>();
        for (long key : hours) {
            for (long number : of(HourDeltas.hour(key))) {
                long day = HourDeltas.key(HourDeltas.series(key), number);
                if (!noted.contains(day)) {
                    fresh.add(day);
                }
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

    /** The day, or the two days, that an hour belongs to. */
    long[] of(long hour) {
        long first = dayAt(hour * HOUR_S);
        long last = dayAt(hour * HOUR_S + HOUR_S - 1);
        return first == last ? new long[] {first} : new long[] {first, last};
    }

    private long dayAt(long second) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), zone).toEpochDay();
    }

    /** Whether a day begins or ends within an hour. */
    private boolean isSplit(long day) {
        return begin(day) % HOUR_S != 0 || begin(day + 1) % HOUR_S != 0;
    }

    private long begin(long day) {
        return LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond();
    }

    /** Tells what the stored readings of a series make of days, by day; nothing of a day that has none. */
    interface Reckoner {
        Map<Long, Rollup> of(int series, NavigableSet<Long> days);
    }

    /** Makes the days that are over, some at a time; answers whether there may be more. */
    boolean make(Reckoner reckoner) {
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
        Map<Boolean, List<Long>> bySplit =
                keys.stream().collect(Collectors.partitioningBy(key -> isSplit(HourDeltas.hour(key))));
        Map<Long, Rollup> split = split(bySplit.get(true), reckoner);
        transactions.run(() -> transactions.onConnection(connection -> {
            put(connection, split);
            return make(connection, bySplit.get(false)) + done(connection, keys);
        }));
        return keys.size() == DUE_AT_ONCE;
    }

    private static Map<Long, Rollup> split(List<Long> keys, Reckoner reckoner) {
        Map<Integer, NavigableSet<Long>> bySeries = new HashMap<>();
        keys.forEach(key -> bySeries.computeIfAbsent(HourDeltas.series(key), id -> new TreeSet<>())
                .add(HourDeltas.hour(key)));
        Map<Long, Rollup> sums = new TreeMap<>();
        bySeries.forEach((series, days) ->
                reckoner.of(series, days).forEach((day, sum) -> sums.put(HourDeltas.key(series, day), sum)));
        return sums;
    }

    private int make(Connection connection, List<Long> keys) throws SQLException {
        PGConnection arrays = connection.unwrap(PGConnection.class);
        try (PreparedStatement make = connection.prepareStatement(MAKE)) {
            make.setArray(1, arrays.createArrayOf("int4", series(keys)));
            make.setArray(2, arrays.createArrayOf("int4", days(keys)));
            make.setArray(3, arrays.createArrayOf("int8", begins(keys, 0)));
            make.setArray(4, arrays.createArrayOf("int8", begins(keys, 1)));
            return make.executeUpdate();
        }
    }

    private static void put(Connection connection, Map<Long, Rollup> sums) throws SQLException {
        if (sums.isEmpty()) {
            return;
        }
        PGConnection arrays = connection.unwrap(PGConnection.class);
        Collection<Rollup> all = sums.values();
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setArray(1, arrays.createArrayOf("int4", series(sums.keySet())));
            put.setArray(2, arrays.createArrayOf("int4", days(sums.keySet())));
            put.setArray(
                    3,
                    arrays.createArrayOf(
                            "int8", all.stream().mapToLong(Rollup::count).toArray()));
            put.setArray(
                    4,
                    arrays.createArrayOf(
                            "float8", all.stream().mapToDouble(Rollup::sum).toArray()));
            put.setArray(
                    5,
                    arrays.createArrayOf(
                            "float8", all.stream().mapToDouble(Rollup::min).toArray()));
            put.setArray(
                    6,
                    arrays.createArrayOf(
                            "float8", all.stream().mapToDouble(Rollup::max).toArray()));
            put.setArray(
                    7,
                    arrays.createArrayOf(
                            "float8", all.stream().mapToDouble(Rollup::last).toArray()));
            put.setArray(
                    8,
                    arrays.createArrayOf(
                            "int8", all.stream().mapToLong(Rollup::lastTime).toArray()));
            put.executeUpdate();
        }
    }

    private static int done(Connection connection, List<Long> keys) throws SQLException {
        PGConnection arrays = connection.unwrap(PGConnection.class);
        try (PreparedStatement done = connection.prepareStatement(DONE)) {
            done.setArray(1, arrays.createArrayOf("int4", series(keys)));
            done.setArray(2, arrays.createArrayOf("int4", days(keys)));
            return done.executeUpdate();
        }
    }

    private static int[] series(Collection<Long> keys) {
        return keys.stream().mapToInt(HourDeltas::series).toArray();
    }

    private static int[] days(Collection<Long> keys) {
        return keys.stream().mapToInt(key -> (int) HourDeltas.hour(key)).toArray();
    }

    private long[] begins(Collection<Long> keys, int later) {
        return keys.stream()
                .mapToLong(key -> begin(HourDeltas.hour(key) + later))
                .toArray();
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

    Instant beginOf(long day) {
        return Instant.ofEpochSecond(begin(day));
    }
}
