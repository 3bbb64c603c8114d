package org.chengshu.bench.node;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.chengshu.bench.Talk;

/** What a database's connections are waiting for, asked every few milliseconds by a thread of its own until it is told to end. */
public final class DatabaseWaits {
    private static final long PACE_MS = 5;
    private static final int LISTED = 30;
    private static final String ACTIVE = """
            select coalesce(wait_event_type || '/' || wait_event, 'at work'), left(regexp_replace(query, '\\s+', ' ', 'g'), 70)
            from pg_stat_activity
            where state <> 'idle' and pid <> pg_backend_pid() and backend_type = 'client backend'
              and coalesce(wait_event, '') <> 'ClientRead'
            """;

    private final Connection connection;
    private final List<Seen> seen = new ArrayList<>();
    private final Thread thread;
    private volatile boolean closed;

    /** One look at one connection. */
    private record Seen(Instant at, String what) {}

    private DatabaseWaits(Connection connection) {
        this.connection = connection;
        this.thread = Thread.ofPlatform().name("database-waits").start(this::watch);
    }

    /** Takes the connection and closes it. */
    public static DatabaseWaits watch(Connection connection) {
        return new DatabaseWaits(connection);
    }

    private void watch() {
        try (connection;
                PreparedStatement active = connection.prepareStatement(ACTIVE)) {
            while (!closed) {
                look(active);
                TimeUnit.MILLISECONDS.sleep(PACE_MS);
            }
        } catch (SQLException e) {
            Talk.say("the database's waits are not known any more: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(PreparedStatement active) throws SQLException {
        Instant now = Instant.now();
        try (ResultSet rows = active.executeQuery()) {
            while (rows.next()) {
                seen.add(new Seen(now, rows.getString(1) + "  " + rows.getString(2)));
            }
        }
    }

    public void end() throws InterruptedException {
        closed = true;
        thread.join();
    }

    /** Tells, once it has ended, what was seen most, and what was seen in each stretch. */
    public void tell(List<Waits.Stretch> slow) {
        Talk.say("  seen over all:");
        count(seen);
        Talk.say("  seen while somebody waited for long:");
        count(seen.stream()
                .filter(one -> slow.stream()
                        .anyMatch(stretch -> one.at.isAfter(stretch.from()) && one.at.isBefore(stretch.to())))
                .toList());
    }

    private static void count(List<Seen> looks) {
        Map<String, Integer> counts = new HashMap<>();
        looks.forEach(one -> counts.merge(one.what, 1, Integer::sum));
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(LISTED)
                .forEach(entry -> Talk.say("    %5d  %s".formatted(entry.getValue(), entry.getKey())));
    }
}
