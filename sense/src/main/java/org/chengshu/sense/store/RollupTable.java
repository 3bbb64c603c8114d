package org.chengshu.sense.store;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.codec.Columns;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;

/** Hours and latest points in the database, as far as the packer has told them. */
@Component
final class RollupTable {
    private static final String INPUT = """
            insert into cs_sense.hour as h (series, hour, count, sum, min, max, last, last_time)
            select series, to_timestamp(hour * 3600.0), count, sum, min, max, last,
                timestamptz 'epoch' + last_time * interval '1 microsecond'
            from unnest(?::int[], ?::bigint[], ?::int[], ?::float8[], ?::float8[], ?::float8[], ?::float8[], ?::bigint[])
                as u (series, hour, count, sum, min, max, last, last_time)
            order by series, hour
            on conflict (series, hour) do update set""";

    private static final String ADD = INPUT + """

            count = h.count + excluded.count, sum = h.sum + excluded.sum,
            min = least(h.min, excluded.min), max = greatest(h.max, excluded.max),
            last = case when excluded.last_time > h.last_time then excluded.last else h.last end,
            last_time = greatest(h.last_time, excluded.last_time)""";

    private static final String PUT = INPUT + """

            count = excluded.count, sum = excluded.sum, min = excluded.min, max = excluded.max,
            last = excluded.last, last_time = excluded.last_time""";

    private static final String HOURS = """
            select series, (extract(epoch from hour) / 3600)::bigint, count, sum, min, max, last,
                (extract(epoch from last_time) * 1000000)::bigint
            from cs_sense.hour
            where series = any(?) and hour >= to_timestamp(? * 3600.0) and hour < to_timestamp(? * 3600.0)""";

    private static final String KNOW_LATEST = """
            insert into cs_sense.latest as l (series, time, num, text, bool)
            select series, timestamptz 'epoch' + time * interval '1 microsecond', num, text, bool
            from unnest(?::int[], ?::bigint[], ?::float8[], ?::text[], ?::bool[]) as u (series, time, num, text, bool)
            order by series
            on conflict (series) do update
            set time = excluded.time, num = excluded.num, text = excluded.text, bool = excluded.bool
            where l.time < excluded.time""";

    private static final String LATEST = """
            select series, (extract(epoch from time) * 1000000)::bigint, num, text, bool
            from cs_sense.latest where series = any(?)""";

    private final Transactions transactions;

    RollupTable(Transactions transactions) {
        this.transactions = transactions;
    }

    void add(Map<Long, HourDeltas.Hour> hours) {
        write(ADD, hours);
    }

    /** Puts them in the place of what was there. */
    void put(Map<Long, HourDeltas.Hour> hours) {
        write(PUT, hours);
    }

    private void write(String sql, Map<Long, HourDeltas.Hour> hours) {
        if (hours.isEmpty()) {
            return;
        }
        long[] keys = hours.keySet().stream().mapToLong(Long::longValue).toArray();
        HourDeltas.Hour[] values = Arrays.stream(keys).mapToObj(hours::get).toArray(HourDeltas.Hour[]::new);
        transactions.onConnection(connection -> {
            PGConnection arrays = connection.unwrap(PGConnection.class);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(
                        1,
                        arrays.createArrayOf(
                                "int4",
                                Arrays.stream(keys).mapToInt(HourDeltas::series).toArray()));
                statement.setArray(
                        2,
                        arrays.createArrayOf(
                                "int8",
                                Arrays.stream(keys).map(HourDeltas::hour).toArray()));
                statement.setArray(
                        3,
                        arrays.createArrayOf(
                                "int4",
                                Arrays.stream(values)
                                        .mapToInt(hour -> (int) hour.count)
                                        .toArray()));
                statement.setArray(4, numbers(arrays, values, hour -> hour.sum));
                statement.setArray(5, numbers(arrays, values, hour -> hour.min));
                statement.setArray(6, numbers(arrays, values, hour -> hour.max));
                statement.setArray(7, numbers(arrays, values, hour -> hour.last));
                statement.setArray(
                        8,
                        arrays.createArrayOf(
                                "int8",
                                Arrays.stream(values)
                                        .mapToLong(hour -> hour.lastTime)
                                        .toArray()));
                return statement.executeUpdate();
            }
        });
    }

    private static Array numbers(PGConnection arrays, HourDeltas.Hour[] hours, ToDoubleFunction<HourDeltas.Hour> field)
            throws SQLException {
        return arrays.createArrayOf(
                "float8", Arrays.stream(hours).mapToDouble(field).toArray());
    }

    /** The hours of each series by number since the epoch, [from, to). */
    Map<Integer, NavigableMap<Long, HourDeltas.Hour>> hours(Collection<Integer> series, long from, long to) {
        Map<Integer, NavigableMap<Long, HourDeltas.Hour>> found = new HashMap<>();
        series.forEach(id -> found.put(id, new TreeMap<>()));
        int[] ids = series.stream().mapToInt(Integer::intValue).toArray();
        transactions.onConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(HOURS)) {
                statement.setArray(1, connection.unwrap(PGConnection.class).createArrayOf("int4", ids));
                statement.setLong(2, from);
                statement.setLong(3, to);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.get(rows.getInt(1)).put(rows.getLong(2), hour(rows));
                    }
                }
            }
            return null;
        });
        return found;
    }

    private static HourDeltas.Hour hour(ResultSet row) throws SQLException {
        HourDeltas.Hour hour = new HourDeltas.Hour();
        hour.count = row.getInt(3);
        hour.sum = row.getDouble(4);
        hour.min = row.getDouble(5);
        hour.max = row.getDouble(6);
        hour.last = row.getDouble(7);
        hour.lastTime = row.getLong(8);
        return hour;
    }

    /** Notes the last point of each of these series, unless a newer one is known. */
    void knowLatest(List<SeriesState> series, List<Columns> points) {
        int size = series.size();
        int[] ids = new int[size];
        long[] times = new long[size];
        Double[] numbers = new Double[size];
        String[] texts = new String[size];
        Boolean[] flags = new Boolean[size];
        for (int i = 0; i < size; i++) {
            Columns one = points.get(i);
            int last = one.size() - 1;
            ids[i] = series.get(i).series();
            times[i] = one.micros(last);
            switch (one.kind(last)) {
                case Columns.NUMBER -> numbers[i] = one.number(last);
                case Columns.FLAG -> flags[i] = one.number(last) != 0;
                default -> texts[i] = one.text(last);
            }
        }
        transactions.onConnection(connection -> {
            PGConnection arrays = connection.unwrap(PGConnection.class);
            try (PreparedStatement statement = connection.prepareStatement(KNOW_LATEST)) {
                statement.setArray(1, arrays.createArrayOf("int4", ids));
                statement.setArray(2, arrays.createArrayOf("int8", times));
                statement.setArray(3, arrays.createArrayOf("float8", numbers));
                statement.setArray(4, arrays.createArrayOf("text", texts));
                statement.setArray(5, arrays.createArrayOf("bool", flags));
                return statement.executeUpdate();
            }
        });
    }

    /** Forgets the hours [from, to) of these series. */
    void forgetHours(Collection<Integer> series, long from, long to) {
        execute(
                "delete from cs_sense.hour where series = any(?) and hour >= to_timestamp(? * 3600.0)"
                        + " and hour < to_timestamp(? * 3600.0)",
                series,
                from,
                to);
    }

    long dropHours(Collection<Integer> series, long before) {
        return execute(
                "delete from cs_sense.hour where series = any(?) and hour < to_timestamp(? * 3600.0)", series, before);
    }

    void forgetLatest(Collection<Integer> series) {
        execute("delete from cs_sense.latest where series = any(?)", series);
    }

    private int execute(String sql, Collection<Integer> series, long... more) {
        int[] ids = series.stream().mapToInt(Integer::intValue).toArray();
        return transactions.onConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.unwrap(PGConnection.class).createArrayOf("int4", ids));
                for (int i = 0; i < more.length; i++) {
                    statement.setLong(2 + i, more[i]);
                }
                return statement.executeUpdate();
            }
        });
    }

    /** The latest points that are noted, by series. */
    Map<Integer, Columns> latest(Collection<Integer> series) {
        Map<Integer, Columns> found = new HashMap<>();
        int[] ids = series.stream().mapToInt(Integer::intValue).toArray();
        transactions.onConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LATEST)) {
                statement.setArray(1, connection.unwrap(PGConnection.class).createArrayOf("int4", ids));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.put(rows.getInt(1), point(rows));
                    }
                }
            }
            return null;
        });
        return found;
    }

    private static Columns point(ResultSet row) throws SQLException {
        Columns point = new Columns(1);
        long time = row.getLong(2);
        double number = row.getDouble(3);
        if (!row.wasNull()) {
            point.addNumber(time, number);
        } else if (row.getString(4) != null) {
            point.addText(time, row.getString(4));
        } else {
            point.addFlag(time, row.getBoolean(5));
        }
        return point;
    }
}
