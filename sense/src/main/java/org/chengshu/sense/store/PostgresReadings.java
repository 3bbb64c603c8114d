package org.chengshu.sense.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.core.db.Transactions;
import org.chengshu.wire.Value;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;

@Component
final class PostgresReadings implements ReadingStore {
    /** From here on COPY through a staging table is cheaper than arrays. */
    private static final int MANY = 5_000;

    private final DSLContext db;
    private final Transactions transactions;
    private final Set<OffsetDateTime> months = ConcurrentHashMap.newKeySet();

    PostgresReadings(DSLContext db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    @Override
    public void makeRoom(ReadingRows rows) {
        Set<OffsetDateTime> wanted = new TreeSet<>();
        long hour = Duration.ofHours(1).toNanos() / 1_000;
        Set<Long> hours = new HashSet<>();
        for (int row = 0; row < rows.size(); row++) {
            if (hours.add(Math.floorDiv(rows.micros(row), hour))) {
                wanted.add(month(rows.time(row)));
            }
        }
        wanted.removeAll(months);
        for (OffsetDateTime month : wanted) {
            transactions.run(() -> db.fetch(ReadingSql.MAKE_MONTH, month));
            months.add(month);
        }
    }

    private static OffsetDateTime month(Instant time) {
        return time.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
    }

    @Override
    public BitSet store(ReadingRows rows) {
        BitSet fresh = firstOfEach(rows);
        if (fresh.isEmpty()) {
            return fresh;
        }
        return transactions.onConnection(connection -> {
            BitSet stored = (BitSet) fresh.clone();
            stored.andNot(
                    fresh.cardinality() < MANY
                            ? storeFew(connection, rows, fresh)
                            : storeMany(connection, rows, fresh));
            return stored;
        });
    }

    private static BitSet firstOfEach(ReadingRows rows) {
        record Key(int series, long micros) {}
        Set<Key> seen = new HashSet<>(rows.size() * 2);
        BitSet first = new BitSet(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            first.set(row, seen.add(new Key(rows.series(row), rows.micros(row))));
        }
        return first;
    }

    private static BitSet storeFew(Connection connection, ReadingRows rows, BitSet wanted) throws SQLException {
        RowArrays arrays = RowArrays.of(rows, wanted);
        try (PreparedStatement statement = connection.prepareStatement(ReadingSql.STORE_ARRAYS)) {
            Array[] columns = arrays.on(connection.unwrap(PGConnection.class));
            for (int i = 0; i < columns.length; i++) {
                statement.setArray(i + 1, columns[i]);
            }
            return rowsOf(statement.executeQuery());
        }
    }

    private static BitSet storeMany(Connection connection, ReadingRows rows, BitSet wanted) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ReadingSql.MAKE_STAGE);
            new CopyStream(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(ReadingSql.COPY_STAGE))
                    .write(rows, wanted);
            return rowsOf(statement.executeQuery(ReadingSql.STORE_STAGE));
        }
    }

    private static BitSet rowsOf(ResultSet found) throws SQLException {
        try (found) {
            BitSet rows = new BitSet();
            while (found.next()) {
                rows.set(found.getInt(1));
            }
            return rows;
        }
    }

    @Override
    public Map<Integer, Point> latest(Collection<Integer> series) {
        Map<Integer, Point> latest = new HashMap<>();
        db.fetch(ReadingSql.LATEST, (Object) series.toArray(Integer[]::new))
                .forEach(row -> latest.put(row.get("series", Integer.class), point(row)));
        return latest;
    }

    @Override
    public List<Point> points(int series, Instant from, Instant to, int limit) {
        return db.fetch(ReadingSql.POINTS, series, utc(from), utc(to), limit)
                .map(PostgresReadings::point)
                .reversed();
    }

    @Override
    public List<Bucket> buckets(int series, Span span, Instant origin, int limit) {
        boolean hours = isWholeHours(span, origin);
        return db.fetch(
                        hours ? ReadingSql.BUCKETS_OF_HOURS : ReadingSql.BUCKETS,
                        span.bucket().toMillis(),
                        utc(origin),
                        series,
                        utc(span.from()),
                        utc(span.to()),
                        limit)
                .map(PostgresReadings::bucket)
                .reversed();
    }

    private static boolean isWholeHours(Span span, Instant origin) {
        long hour = Duration.ofHours(1).toMillis();
        return span.bucket().toMillis() % hour == 0
                && origin.toEpochMilli() % hour == 0
                && span.from().equals(span.from().truncatedTo(ChronoUnit.HOURS))
                && span.to().equals(span.to().truncatedTo(ChronoUnit.HOURS));
    }

    private static Point point(Record row) {
        Double num = row.get("num", Double.class);
        Boolean bool = row.get("bool", Boolean.class);
        Value value =
                num != null ? Value.of(num) : bool != null ? Value.of(bool) : Value.of(row.get("text", String.class));
        return new Point(row.get("time", OffsetDateTime.class).toInstant(), value);
    }

    private static Bucket bucket(Record row) {
        return new Bucket(
                row.get("bucket", OffsetDateTime.class).toInstant(),
                row.get("min", Double.class),
                row.get("avg", Double.class),
                row.get("max", Double.class),
                row.get("last", Double.class),
                row.get("count", Long.class));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
