package org.chengshu.core.audit.internal.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.chengshu.core.testing.TestCityConfiguration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class AuditMigrationTest {
    @Test
    void entriesOfAnOlderReleaseStayAndWaitForTheChain() throws SQLException {
        String url = TestCityConfiguration.newDatabaseUrl();
        migrate(url, "35");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into cs_core.audit (id, at, who, event, outcome, details)
                    select gen_random_uuid(), now() - n * interval '20 days', 'old', 'kite.flown', 'done',
                        jsonb_build_object('id', n::text, 'place', '山')
                    from generate_series(1, 10) as n
                    """);
        }
        migrate(url, "36");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            assertThat(number(statement, "select count(*) from cs_core.audit where who = 'old'"))
                    .isEqualTo(10);
            assertThat(number(statement, "select count(*) from cs_core.audit_waiting"))
                    .isEqualTo(10);
            assertThat(number(statement, "select count(*) from cs_core.audit_other"))
                    .isZero();
            assertThat(
                            number(
                                    statement,
                                    "select count(*) from cs_core.audit where things @> array['kite:3', 'id:3', ':3', 'place:山']"))
                    .isEqualTo(1);
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void migrate(String url, String target) {
        Flyway.configure()
                .dataSource(url, null, null)
                .schemas("cs_core")
                .locations("classpath:db/core")
                .target(target)
                .load()
                .migrate();
    }
}
