package org.chengshu.sense.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.codec.Chunk;
import org.chengshu.sense.codec.ChunkCodec;
import org.chengshu.sense.codec.ChunkHead;
import org.chengshu.sense.codec.Columns;
import org.chengshu.sense.codec.Folding;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;

/** Packed readings in the database. */
@Component
final class ChunkTable {
    /** The chunks that reach into each stretch. */
    private static final String READ = """
            select w.n, c.body
            from unnest(?::int[], ?::int[], ?::bigint[], ?::bigint[]) as w (n, series, low, high)
            cross join lateral (
                select first, body from cs_sense.chunk
                where series = w.series and first < w.high and last >= w.low
                  and first >= coalesce(
                      (select max(b.first) from cs_sense.chunk b where b.series = w.series and b.first <= w.low), w.low)
                order by first
            ) as c""";

    /** The chunks between the first and the last new point, some before and the one after. */
    private static final String HEADS = """
            select w.n, c.series, c.first, c.last, c.count
            from unnest(?::int[], ?::int[], ?::bigint[], ?::bigint[]) as w (n, series, low, high)
            cross join lateral (
                (select series, first, last, count from cs_sense.chunk
                 where series = w.series and first <= w.low order by first desc limit 6)
                union all
                (select series, first, last, count from cs_sense.chunk
                 where series = w.series and first > w.low and first <= w.high)
                union all
                (select series, first, last, count from cs_sense.chunk
                 where series = w.series and first > w.high order by first limit 1)
                order by first
            ) as c""";

    private static final String BODIES = """
            select w.n, c.body
            from unnest(?::int[], ?::int[], ?::bigint[]) as w (n, series, first)
            join cs_sense.chunk c on c.series = w.series and c.first = w.first""";

    private static final String LAST_POINTS = """
            select first, last, count, body from cs_sense.chunk
            where series = ? and first < ? and last >= ? order by first desc limit ?""";

    private static final String NEXT = """
            select body from cs_sense.chunk
            where series = ? and first < ? and last >= ?
              and first >= coalesce(
                  (select max(first) from cs_sense.chunk where series = ? and first <= ?), ?)
            order by first limit ?""";

    /** Those at the edges count whole. */
    private static final String COUNT = """
            select coalesce(sum(count), 0) from cs_sense.chunk
            where series = ? and first < ? and last >= ?
              and first >= coalesce(
                  (select max(first) from cs_sense.chunk where series = ? and first <= ?), ?)""";

    private static final String REMOVE = """
            delete from cs_sense.chunk c using unnest(?::int[], ?::bigint[]) as w (series, first)
            where c.series = w.series and c.first = w.first""";

    /** What goes is noted as a stretch, or makes one longer that ends within a day of it. */
    private static final String DROP = """
            with gone as (
                delete from cs_sense.chunk where series = any(?) and first < ? and last < ?
                returning series, first, last, count
            ), stretch as (
                select series, min(first) as first, max(last) as last from gone group by series
            ), noted as (
                insert into cs_sense.dropped as d (series, first, last)
                select s.series, least(s.first, p.first), greatest(s.last, p.last)
                from stretch s
                left join lateral (
                    select n.first, n.last from cs_sense.dropped n
                    where n.series = s.series and n.first <= s.first and n.last >= s.first - 86400000000
                    order by n.last desc limit 1) p on true
                on conflict (series, first) do update set last = greatest(d.last, excluded.last)
            )
            select coalesce(sum(count), 0) from gone""";

    private static final String DROPPED = "select series, first, last from cs_sense.dropped where series = any(?)";

    /** Large tables are counted by a sample of their pages. */
    private static final String SIZE = """
            with shown as (
                select pg_table_size('cs_sense.chunk') > 1000000000 as large
            ),
            chunks as (
                select case when large then (
                    select coalesce(sum(count), 0) * 100 from cs_sense.chunk tablesample system (1)
                ) else (select coalesce(sum(count), 0) from cs_sense.chunk) end as points,
                case when large then (
                    select count(*) * 100 from cs_sense.chunk tablesample system (1)
                ) else (select count(*) from cs_sense.chunk) end as rows
                from shown
            )
            select points, rows, pg_total_relation_size('cs_sense.chunk'),
                (select count(*) from cs_sense.block), pg_total_relation_size('cs_sense.block'),
                (select greatest(reltuples, 0)::bigint from pg_class where oid = 'cs_sense.hour'::regclass),
                pg_total_relation_size('cs_sense.hour')
            from chunks""";

    private static final String COPY =
            "copy cs_sense.chunk (series, first, last, count, body) from stdin (format binary)";

    private final Transactions transactions;

    ChunkTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A stretch of one series, [from, to). */
    record Want(int series, long from, long to) {}

    /** What the chunks hold of each wish, in order of time; by place. */
    List<Columns> read(List<Want> wants) {
        List<Columns> found = new ArrayList<>(wants.size());
        wants.forEach(want -> found.add(new Columns(1)));
        transactions.onConnection(connection -> {
            try (PreparedStatement statement = wants(connection, READ, wants);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ChunkCodec.decode(rows.getBytes(2), found.get(rows.getInt(1)));
                }
            }
            return null;
        });
        for (int i = 0; i < wants.size(); i++) {
            Columns all = found.get(i);
            found.set(
                    i,
                    all.slice(
                            all.lowerBound(wants.get(i).from()),
                            all.lowerBound(wants.get(i).to())));
        }
        return found;
    }

    /** The heads around each stretch, in order; to the last point, which is within it. */
    List<List<ChunkHead>> heads(List<Want> wants) {
        List<List<ChunkHead>> found = new ArrayList<>(wants.size());
        wants.forEach(want -> found.add(new ArrayList<>()));
        transactions.onConnection(connection -> {
            try (PreparedStatement statement = wants(connection, HEADS, wants);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.get(rows.getInt(1))
                            .add(new ChunkHead(rows.getInt(2), rows.getLong(3), rows.getLong(4), rows.getInt(5)));
                }
            }
            return null;
        });
        return found;
    }

    private static PreparedStatement wants(Connection connection, String sql, List<Want> wants) throws SQLException {
        int[] numbers = new int[wants.size()];
        int[] series = new int[wants.size()];
        long[] from = new long[wants.size()];
        long[] to = new long[wants.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
            series[i] = wants.get(i).series();
            from[i] = wants.get(i).from();
            to[i] = wants.get(i).to();
        }
        PGConnection arrays = connection.unwrap(PGConnection.class);
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setArray(1, arrays.createArrayOf("int4", numbers));
        statement.setArray(2, arrays.createArrayOf("int4", series));
        statement.setArray(3, arrays.createArrayOf("int8", from));
        statement.setArray(4, arrays.createArrayOf("int8", to));
        return statement;
    }

    /** The points of each chunk that is still there. */
    Map<ChunkHead, Columns> bodies(List<ChunkHead> heads) {
        Map<ChunkHead, Columns> found = new HashMap<>();
        if (heads.isEmpty()) {
            return found;
        }
        int[] numbers = new int[heads.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        transactions.onConnection(connection -> {
            PGConnection arrays = connection.unwrap(PGConnection.class);
            try (PreparedStatement statement = connection.prepareStatement(BODIES)) {
                statement.setArray(1, arrays.createArrayOf("int4", numbers));
                statement.setArray(2, arrays.createArrayOf("int4", series(heads)));
                statement.setArray(3, arrays.createArrayOf("int8", firsts(heads)));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.put(heads.get(rows.getInt(1)), ChunkCodec.decode(rows.getBytes(2)));
                    }
                }
            }
            return null;
        });
        return found;
    }

    /** The last so many points of [from, to), or some more. */
    Columns last(int series, long from, long to, int points) {
        List<Columns> newestFirst = new ArrayList<>();
        transactions.onConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LAST_POINTS)) {
                long before = to;
                int missing = points;
                boolean more = true;
                while (missing > 0 && more) {
                    statement.setInt(1, series);
                    statement.setLong(2, before);
                    statement.setLong(3, from);
                    statement.setInt(4, 1 + missing / Folding.MOST_POINTS);
                    more = false;
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            Columns chunk = ChunkCodec.decode(rows.getBytes(4));
                            Columns usable = chunk.slice(chunk.lowerBound(from), chunk.lowerBound(to));
                            newestFirst.add(usable);
                            missing -= usable.size();
                            before = rows.getLong(1);
                            more = true;
                        }
                    }
                }
            }
            return null;
        });
        Columns all = new Columns(1);
        newestFirst.reversed().forEach(chunk -> all.addFrom(chunk, 0, chunk.size()));
        return all;
    }

    /** The first points of [from, to), of so many chunks; none when there are no more. */
    Columns next(int series, long from, long to, int most) {
        Columns found = new Columns(1);
        transactions.onConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
                stretch(statement, series, from, to);
                statement.setInt(7, most);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        ChunkCodec.decode(rows.getBytes(1), found);
                    }
                }
            }
            return null;
        });
        return found.slice(found.lowerBound(from), found.lowerBound(to));
    }

    private static void stretch(PreparedStatement statement, int series, long from, long to) throws SQLException {
        statement.setInt(1, series);
        statement.setLong(2, to);
        statement.setLong(3, from);
        statement.setInt(4, series);
        statement.setLong(5, from);
        statement.setLong(6, from);
    }

    /** At least how many points lie in [from, to), and not many more. */
    long count(int series, long from, long to) {
        return transactions.onConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
                stretch(statement, series, from, to);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    /** Puts chunks in the place of others, in the caller's transaction. */
    void replace(List<ChunkHead> former, List<Chunk> chunks) {
        transactions.onConnection(connection -> {
            if (!former.isEmpty()) {
                PGConnection arrays = connection.unwrap(PGConnection.class);
                try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
                    statement.setArray(1, arrays.createArrayOf("int4", series(former)));
                    statement.setArray(2, arrays.createArrayOf("int8", firsts(former)));
                    statement.executeUpdate();
                }
            }
            return chunks.isEmpty()
                    ? 0
                    : new CopyStream(connection
                                    .unwrap(PGConnection.class)
                                    .getCopyAPI()
                                    .copyIn(COPY))
                            .write(chunks);
        });
    }

    /** Drops whole chunks that end before; answers how many points they had. */
    long drop(Collection<Integer> series, long before) {
        int[] ids = series.stream().mapToInt(Integer::intValue).toArray();
        return transactions.onConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(DROP)) {
                statement.setArray(1, connection.unwrap(PGConnection.class).createArrayOf("int4", ids));
                statement.setLong(2, before);
                statement.setLong(3, before);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    /** A stretch of time whose readings were dropped, both ends in it, in epoch microseconds. */
    record Stretch(int series, long first, long last) {
        boolean holds(int one, long micros) {
            return one == series && first <= micros && micros <= last;
        }
    }

    List<Stretch> dropped(Collection<Integer> series) {
        int[] ids = series.stream().mapToInt(Integer::intValue).toArray();
        return transactions.onConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(DROPPED)) {
                statement.setArray(1, connection.unwrap(PGConnection.class).createArrayOf("int4", ids));
                List<Stretch> found = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(new Stretch(rows.getInt(1), rows.getLong(2), rows.getLong(3)));
                    }
                }
                return found;
            }
        });
    }

    ReadingStore.Size size(long unpacked) {
        return transactions.onConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SIZE);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return new ReadingStore.Size(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        unpacked,
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7));
            }
        });
    }

    private static int[] series(List<ChunkHead> heads) {
        return heads.stream().mapToInt(ChunkHead::series).toArray();
    }

    private static long[] firsts(List<ChunkHead> heads) {
        return heads.stream().mapToLong(ChunkHead::first).toArray();
    }
}
