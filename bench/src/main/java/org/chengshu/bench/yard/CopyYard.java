package org.chengshu.bench.yard;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.chengshu.bench.load.Payloads;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The yardstick of everything that stores readings: COPY BINARY of the same rows into a plain table with its primary key,
 * in committed batches, on the same server while nothing else is done with it.
 */
public final class CopyYard {
    private static final String DATABASE = "yardstick";
    private static final int BATCH = 10_000;
    private static final long POSTGRES_EPOCH_MS = 946_684_800_000L;
    private static final byte[] HEAD = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int ROW_BYTES = 2 + 8 + 12 + 6 + 12 + 4 + 4;
    private static final int COLUMNS = 6;
    private static final double[] NUMBERS = numbers();

    private final Server server;
    private final int devices;
    private final int values;
    private final ByteBuffer batch = ByteBuffer.allocate(HEAD.length + BATCH * ROW_BYTES + 2);
    private long number;
    private int device;
    private int property;

    public CopyYard(Server server, int devices, int values) {
        this.server = server;
        this.devices = devices;
        this.values = values;
    }

    public static void prepare(Server server) throws SQLException {
        server.makeDatabase(DATABASE);
    }

    /** Rows a second over the time given, into a table made anew. */
    public double rowsPerSecond(Duration time) throws SQLException {
        try (Connection connection = server.open(DATABASE);
                Statement statement = connection.createStatement()) {
            makeTable(statement);
            connection.setAutoCommit(false);
            long begun = System.nanoTime();
            long rows = 0;
            while (System.nanoTime() - begun < time.toNanos()) {
                copyBatch(connection);
                connection.commit();
                rows += BATCH;
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            statement.execute("drop table plain");
            connection.commit();
            return rows / seconds;
        }
    }

    /** Bytes that a row takes on the disk, table and key together. */
    public double bytesPerRow(int rows) throws SQLException {
        try (Connection connection = server.open(DATABASE);
                Statement statement = connection.createStatement()) {
            makeTable(statement);
            for (int done = 0; done < rows; done += BATCH) {
                copyBatch(connection);
            }
            try (ResultSet size =
                    statement.executeQuery("select pg_total_relation_size('plain')::float8 / count(*) from plain")) {
                size.next();
                double bytes = size.getDouble(1);
                statement.execute("drop table plain");
                return bytes;
            }
        }
    }

    private static void makeTable(Statement statement) throws SQLException {
        statement.execute("drop table if exists plain");
        statement.execute("""
                create table plain (series integer not null, time timestamptz not null, seq smallint not null,
                    num double precision, text text, bool boolean, primary key (time, series, seq))""");
    }

    private void copyBatch(Connection connection) throws SQLException {
        batch.clear();
        batch.put(HEAD);
        for (int i = 0; i < BATCH; i++) {
            putRow();
        }
        batch.putShort((short) -1);
        CopyIn copy =
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy plain from stdin (format binary)");
        copy.writeToCopy(batch.array(), 0, batch.position());
        copy.endCopy();
    }

    private void putRow() {
        batch.putShort((short) COLUMNS);
        batch.putInt(4).putInt(device * values + property);
        batch.putInt(8).putLong((number * 1_000 - POSTGRES_EPOCH_MS + 1_800_000_000_000L) * 1_000);
        batch.putInt(2).putShort((short) 0);
        batch.putInt(8).putDouble(NUMBERS[(int) ((number + device * 7L + property) % NUMBERS.length)]);
        batch.putInt(-1).putInt(-1);
        if (++property == values) {
            property = 0;
            if (++device == devices) {
                device = 0;
                number++;
            }
        }
    }

    private static double[] numbers() {
        Payloads payloads = new Payloads(Payloads.NAMES.size(), 1_800_000_000_000L, 1_000);
        double[] numbers = new double[4_096];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.parseDouble(payloads.value(i % 11, i, i % Payloads.NAMES.size()));
        }
        return numbers;
    }
}
