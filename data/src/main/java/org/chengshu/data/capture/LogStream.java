package org.chengshu.data.capture;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Pause;
import org.chengshu.data.feed.jdbc.PostgresLinks;
import org.chengshu.kernel.Fault;
import org.postgresql.PGConnection;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;

/** The log of a database from a position on, as one slot tells it. Used by one thread. */
final class LogStream implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(10);

    private final Connection connection;
    private final PGReplicationStream stream;

    private LogStream(Connection connection, PGReplicationStream stream) {
        this.connection = connection;
        this.stream = stream;
    }

    static LogStream open(Connection connection, String slot, String publication, long position) {
        try {
            PGReplicationStream stream = connection
                    .unwrap(PGConnection.class)
                    .getReplicationAPI()
                    .replicationStream()
                    .logical()
                    .withSlotName(slot)
                    .withStartPosition(LogSequenceNumber.valueOf(position))
                    .withSlotOption("proto_version", 1)
                    .withSlotOption("publication_names", publication)
                    .withStatusInterval(5, TimeUnit.SECONDS)
                    .start();
            return new LogStream(connection, stream);
        } catch (SQLException e) {
            throw new Fault(DataError.SOURCE_REFUSED, PostgresLinks.words(e), e);
        }
    }

    /** The next message; nothing when none comes within the time. */
    Optional<Message> next(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            while (true) {
                ByteBuffer bytes = stream.readPending();
                if (bytes != null) {
                    return Optional.of(MessageReader.read(bytes));
                }
                if (System.nanoTime() >= end) {
                    return Optional.empty();
                }
                Pause.take(POLL);
            }
        } catch (SQLException e) {
            throw new Fault(DataError.FEED_BROKEN, PostgresLinks.words(e), e);
        }
    }

    /** How far the server has told its log, rows or not. */
    long received() {
        return stream.getLastReceiveLSN().asLong();
    }

    /** Lets the server forget its log up to here. */
    void confirm(long position) {
        LogSequenceNumber reached = LogSequenceNumber.valueOf(position);
        stream.setFlushedLSN(reached);
        stream.setAppliedLSN(reached);
        try {
            stream.forceUpdateStatus();
        } catch (SQLException e) {
            throw new Fault(DataError.FEED_BROKEN, PostgresLinks.words(e), e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            stream.close();
        } catch (SQLException e) {
            // The server ends the stream when the connection goes.
            return;
        }
    }
}
