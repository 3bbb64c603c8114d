package org.chengshu.core.backup.internal;

import static org.chengshu.core.testing.Eventually.eventually;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chengshu.core.backup.Backup;
import org.chengshu.core.backup.BackupPlace;
import org.chengshu.core.backup.BackupReason;
import org.chengshu.core.db.internal.EmbeddedPostgres;
import org.chengshu.core.settings.CitySettings;

/** A data folder with a running server of its own, a table that is written to, and a desk that backs it up. */
final class BusyCity implements AutoCloseable {
    static final int KEEP = 2;
    private static final String NAME = "chengshu";

    private final EmbeddedPostgres server;
    private final HikariDataSource pool = new HikariDataSource();
    private final BackupDesk desk;

    private BusyCity(Path data, Path backups) throws IOException {
        Files.createDirectories(data.resolve("keys"));
        Files.writeString(data.resolve("keys/field.key"), "a key");
        server = EmbeddedPostgres.start(data);
        server.ensureDatabase(NAME);
        pool.setJdbcUrl(server.jdbcUrl(NAME));
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(4);
        CitySettings settings =
                new CitySettings(data, Optional.empty(), "127.0.0.1", 0, 0, 0, ZoneId.of("Asia/Shanghai"), false);
        BackupTerms terms =
                new BackupTerms(new BackupPlace(backups), Duration.ZERO, KEEP, true, Duration.ofMinutes(1), true);
        desk = new BackupDesk(settings, terms, pool, Clock.systemUTC());
        execute("create table note (id bigint generated always as identity primary key, text text not null)");
    }

    static BusyCity in(Path data, Path backups) throws IOException {
        return new BusyCity(data, backups);
    }

    BackupDesk desk() {
        return desk;
    }

    Backup backUp() {
        return desk.make(BackupReason.ASKED, Optional.empty(), bytes -> {});
    }

    /** Writes some rows, one transaction each; answers how many there are in all. */
    long write(String text) {
        for (int i = 0; i < 20; i++) {
            execute("insert into note (text) values ('" + text + "')");
        }
        return number("select count(*) from note");
    }

    <T> T underLoad(Callable<T> work) throws Exception {
        AtomicBoolean going = new AtomicBoolean(true);
        Thread load = Thread.ofVirtual().start(() -> {
            while (going.get()) {
                write("load");
            }
        });
        try {
            return work.call();
        } finally {
            going.set(false);
            load.join();
        }
    }

    Instant databaseTime() {
        return Instant.ofEpochSecond(
                0, number("select (extract(epoch from clock_timestamp()) * 1000000)::bigint") * 1000);
    }

    /** Ends the current piece of the log and waits until it is in the archive. */
    void handOverLog() {
        long before = number("select archived_count from pg_stat_archiver");
        String segment = text("select pg_walfile_name(pg_current_wal_lsn())");
        switchLog();
        eventually(
                segment + " is kept",
                () -> number("select archived_count from pg_stat_archiver") > before
                        && text("select last_archived_wal from pg_stat_archiver")
                                        .compareTo(segment)
                                >= 0);
    }

    void switchLog() {
        text("select pg_logical_emit_message(true, 'test', 'something to switch')::text");
        text("select pg_switch_wal()");
    }

    long failedHandOvers() {
        return number("select failed_count from pg_stat_archiver");
    }

    static long rowsIn(Path data) throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data);
                Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(NAME), server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from note")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private long number(String sql) {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        pool.close();
        server.close();
    }
}
