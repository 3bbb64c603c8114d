package org.chengshu.core.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.chengshu.core.db.internal.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path folder;

    @Test
    void stopsTheServerThatAKilledNodeLeftBehindAndKeepsItsData() throws Exception {
        EmbeddedPostgres orphan = EmbeddedPostgres.start(folder);
        run(orphan, "create table kept as select 42 as answer");
        long orphanPid = serverPid();

        try (EmbeddedPostgres second = EmbeddedPostgres.start(folder)) {
            assertThat(ProcessHandle.of(orphanPid).filter(ProcessHandle::isAlive))
                    .isEmpty();
            assertThat(serverPid()).isNotEqualTo(orphanPid);
            assertThat(ask(second, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            assertThat(Files.getPosixFilePermissions(folder.resolve("pg/password")))
                    .hasSize(2);
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    private long serverPid() throws Exception {
        return Long.parseLong(Files.readAllLines(folder.resolve("pg/cluster/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static void run(EmbeddedPostgres server, String statement) throws SQLException {
        try (Connection connection = connect(server);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String ask(EmbeddedPostgres server, String query) throws SQLException {
        try (Connection connection = connect(server);
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), server.password());
    }
}
