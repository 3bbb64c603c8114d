package org.chengshu.sense.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.codec.Chunk;
import org.chengshu.sense.codec.Columns;
import org.chengshu.sense.codec.Folding;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Packs the readings that releases before 0.2 kept as rows, month by month; a month is packed whole or not at all. */
@Component
final class FormerReadings {
    private static final int ROWS_AT_ONCE = 10_000;
    private static final int CHUNKS_AT_ONCE = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(FormerReadings.class);

    private static final String THERE = "select to_regclass('cs_sense.reading') is not null";

    private static final String MONTHS = """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'cs_sense.reading'::regclass order by c.relname""";

    private final DSLContext db;
    private final Transactions transactions;
    private final ChunkTable chunks;

    FormerReadings(DSLContext db, Transactions transactions, ChunkTable chunks) {
        this.db = db;
        this.transactions = transactions;
        this.chunks = chunks;
    }

    void pack() {
        if (!db.fetchSingle(THERE).get(0, Boolean.class)) {
            return;
        }
        List<String> months = db.fetch(MONTHS).map(row -> row.get(0, String.class));
        for (int i = 0; i < months.size(); i++) {
            String month = months.get(i);
            long packed = transactions.call(() -> pack(month));
            LOG.info("packed the {} readings of {}, {} of {} months", packed, month, i + 1, months.size());
        }
        transactions.run(() -> db.execute("drop table cs_sense.reading"));
    }

    private long pack(String month) {
        long count = transactions.onConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(ROWS_AT_ONCE);
                try (ResultSet rows = read(connection, statement, month)) {
                    return pack(rows);
                }
            }
        });
        db.execute("drop table cs_sense.\"" + month + "\"");
        return count;
    }

    private static ResultSet read(Connection connection, Statement statement, String month) throws SQLException {
        String table = connection.getMetaData().getIdentifierQuoteString()
                + month
                + connection.getMetaData().getIdentifierQuoteString();
        return statement.executeQuery(
                "select series, round(date_part('epoch', time) * 1000000)::bigint, num, text, bool from cs_sense."
                        + table + " where seq = 0 order by series, time");
    }

    private long pack(ResultSet rows) throws SQLException {
        List<Chunk> packed = new ArrayList<>();
        Columns points = new Columns();
        int series = 0;
        long count = 0;
        while (rows.next()) {
            if (points.size() > 0 && (rows.getInt(1) != series || points.size() == Folding.MOST_POINTS)) {
                packed.addAll(Folding.pack(series, points));
                points.clear();
            }
            series = rows.getInt(1);
            add(rows, points);
            count++;
            if (packed.size() >= CHUNKS_AT_ONCE) {
                chunks.replace(List.of(), packed);
                packed.clear();
            }
        }
        if (!points.isEmpty()) {
            packed.addAll(Folding.pack(series, points));
        }
        chunks.replace(List.of(), packed);
        return count;
    }

    private static void add(ResultSet row, Columns points) throws SQLException {
        long time = row.getLong(2);
        double number = row.getDouble(3);
        if (!row.wasNull()) {
            points.addNumber(time, number);
        } else if (row.getString(4) != null) {
            points.addText(time, row.getString(4));
        } else {
            points.addFlag(time, row.getBoolean(5));
        }
    }
}
