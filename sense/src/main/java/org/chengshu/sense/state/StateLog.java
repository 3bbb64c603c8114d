package org.chengshu.sense.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.chengshu.core.db.RoundTrip;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.rules.DeviceMemory;
import org.chengshu.sense.rules.MemoryCodec;
import org.springframework.stereotype.Component;

/** The tables behind {@link DeviceStates}: the log of changes, and the devices as they were noted last. */
@Component
class StateLog {
    private static final int AT_ONCE = 5_000;

    private final Transactions transactions;

    StateLog(Transactions transactions) {
        this.transactions = transactions;
    }

    /** One device as it was noted last. */
    record Noted(int device, long heardMicros, DeviceMemory memory) {}

    /** Tells the row's number as soon as it has one. */
    void append(byte[] body, LongConsumer number, RoundTrip trip) {
        trip.addNumbered("insert into cs_sense.state_log (body) values (?) returning id", number, body);
    }

    void silent(BitSet devices, Instant since) {
        setSilence(devices, since.atOffset(ZoneOffset.UTC));
    }

    void heardAgain(BitSet devices) {
        setSilence(devices, null);
    }

    private void setSilence(BitSet devices, Object since) {
        transactions.onConnection(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    update cs_sense.device_state set silent_since = ?::timestamptz where device = any(?)""")) {
                update.setObject(1, since);
                update.setArray(
                        2,
                        connection.createArrayOf(
                                "int4", devices.stream().boxed().toArray()));
                return update.executeUpdate();
            }
        });
    }

    /** The devices whose silence has been told, by whichever node. */
    BitSet silent() {
        return transactions.call(() -> transactions.onConnection(connection -> {
            BitSet silent = new BitSet();
            try (PreparedStatement ask = connection.prepareStatement(
                            "select device from cs_sense.device_state where silent_since is not null");
                    ResultSet row = ask.executeQuery()) {
                while (row.next()) {
                    silent.set(row.getInt(1));
                }
            }
            return silent;
        }));
    }

    /** When these devices were heard, in epoch microseconds, as far as it was noted, by whichever node. */
    Map<Integer, Long> lastHeard(BitSet devices) {
        return transactions.call(() -> transactions.onConnection(connection -> {
            Map<Integer, Long> heard = new HashMap<>();
            try (PreparedStatement ask = connection.prepareStatement("""
                    select device, (extract(epoch from last_seen) * 1000000)::bigint from cs_sense.device_state
                    where device = any(?) and last_seen is not null""")) {
                ask.setArray(
                        1,
                        connection.createArrayOf(
                                "int4", devices.stream().boxed().toArray()));
                try (ResultSet row = ask.executeQuery()) {
                    while (row.next()) {
                        heard.put(row.getInt(1), row.getLong(2));
                    }
                }
            }
            return heard;
        }));
    }

    /** Notes devices and forgets the rows of the log that are noted with them, in one transaction. */
    void note(List<Noted> devices, List<Long> rows) {
        transactions.run(() -> transactions.onConnection(connection -> {
            for (int from = 0; from < devices.size(); from += AT_ONCE) {
                note(connection, devices.subList(from, Math.min(devices.size(), from + AT_ONCE)));
            }
            try (PreparedStatement forget =
                    connection.prepareStatement("delete from cs_sense.state_log where id = any(?)")) {
                forget.setArray(1, connection.createArrayOf("int8", rows.toArray()));
                return forget.executeUpdate();
            }
        }));
    }

    private static void note(Connection connection, List<Noted> devices) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update cs_sense.device_state st
                set last_seen = greatest(st.last_seen, timestamptz 'epoch' + h.micros * interval '1 microsecond'), remembered = h.body, memory = null
                from unnest(?::int[], ?::bigint[], ?::bytea[]) as h (device, micros, body)
                where st.device = h.device""")) {
            update.setArray(
                    1,
                    connection.createArrayOf(
                            "int4", devices.stream().map(Noted::device).toArray()));
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "int8", devices.stream().map(Noted::heardMicros).toArray()));
            update.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea",
                            devices.stream()
                                    .map(noted -> MemoryCodec.write(noted.memory()))
                                    .toArray(byte[][]::new)));
            update.executeUpdate();
        }
    }

    /** Puts all that was noted or logged into these pages; answers the numbers of the log's rows. */
    Map<Long, StateChanges> load(StatePages pages) {
        return transactions.call(() -> transactions.onConnection(connection -> {
            loadNoted(connection, pages);
            return loadLog(connection);
        }));
    }

    private static void loadNoted(Connection connection, StatePages pages) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement("""
                select device, (extract(epoch from last_seen) * 1000000)::bigint, silent_since is not null, remembered, memory #>> '{}'
                from cs_sense.device_state where last_seen is not null""")) {
            ask.setFetchSize(AT_ONCE);
            try (ResultSet row = ask.executeQuery()) {
                while (row.next()) {
                    byte[] bytes = row.getBytes(4);
                    String json = row.getString(5);
                    DeviceMemory memory = bytes != null
                            ? MemoryCodec.read(bytes)
                            : json == null ? DeviceMemory.EMPTY : MemoryCodec.readText(json);
                    pages.hear(row.getInt(1), row.getLong(2), memory);
                    pages.silent(row.getInt(1), row.getBoolean(3));
                }
            }
        }
    }

    private static Map<Long, StateChanges> loadLog(Connection connection) throws SQLException {
        Map<Long, StateChanges> log = new TreeMap<>();
        try (PreparedStatement ask =
                        connection.prepareStatement("select id, body from cs_sense.state_log order by id");
                ResultSet row = ask.executeQuery()) {
            while (row.next()) {
                log.put(row.getLong(1), StateChanges.read(row.getBytes(2)));
            }
        }
        return log;
    }
}
