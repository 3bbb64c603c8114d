package org.chengshu.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengshu.bench.NodeProcess;
import org.chengshu.core.backup.Backup;
import org.chengshu.core.backup.BackupPlace;
import org.chengshu.core.backup.BackupReason;
import org.chengshu.core.db.internal.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A data folder as release 0.1.0 left it, made by just the changes of tables that it had, is opened by this release: backed
 * up first, and everything is there.
 */
class UpgradeTest {
    private static final String TOKEN = "cs_token-of-0.1.0-0123456789abcdefghijklmnop";

    @TempDir
    Path folder;

    @Test
    void opensTheFolderOfTheFormerReleaseWithABackupTakenFirst() throws Exception {
        Path data = folder.resolve("city");
        asTheFirstReleaseLeftIt(data);

        try (NodeProcess node = NodeProcess.start(data)) {
            JsonNode me = node.getWith(TOKEN, "/api/core/v1/me");
            assertThat(me.path("name").asString()).isEqualTo("li");
            JsonNode areas = node.get("/api/core/v1/areas?geometry=false");
            assertThat(areas.path("items").findValuesAsString("code")).contains("330100");
            JsonNode audit = node.get("/api/core/v1/audit?event=pack.applied");
            assertThat(audit.path("items").get(0).path("who").asString()).isEqualTo("li");
        }
        List<Backup> backups = new BackupPlace(data.resolve("backups")).list();
        assertThat(backups).singleElement().satisfies(backup -> {
            assertThat(backup.manifest().reason()).isEqualTo(BackupReason.BEFORE_UPGRADE);
            assertThat(backup.manifest().release()).isEqualTo("0.1.0");
        });
        assertThat(data.resolve("release")).hasContent("0.2.0\n");

        Files.writeString(data.resolve("release"), "9.0.0\n");
        assertThatThrownBy(() -> NodeProcess.start(data).close())
                .hasMessageContaining("was written by release 9.0.0, this is 0.2.0");
    }

    private static void asTheFirstReleaseLeftIt(Path data) throws Exception {
        Map<String, String> lastChanges = new LinkedHashMap<>();
        lastChanges.put("core", "23");
        lastChanges.put("alarm", "1");
        lastChanges.put("cases", "1.1");
        lastChanges.put("indicator", "1");
        lastChanges.put("sense", "1");
        Files.createDirectories(data);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            server.ensureDatabase("chengshu");
            String url = server.jdbcUrl("chengshu");
            lastChanges.forEach((module, last) -> Flyway.configure()
                    .dataSource(url, server.user(), server.password())
                    .schemas("cs_" + module)
                    .locations("classpath:db/" + module)
                    .target(last)
                    .load()
                    .migrate());
            try (Connection connection = DriverManager.getConnection(url, server.user(), server.password())) {
                fill(connection);
            }
        }
        // What that release kept nothing of.
        Files.deleteIfExists(data.resolve("release"));
    }

    private static void fill(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into cs_core.account (id, name, name_key, display_name, created_at)
                    values ('01990000-0000-7000-8000-000000000001', 'li', 'li', '李', '2026-11-01T00:00:00Z');
                    insert into cs_core.account_role values ('01990000-0000-7000-8000-000000000001', 'administrator');
                    insert into cs_core.audit (id, at, account_id, who, event, outcome, details, address)
                    values ('01990000-0000-7000-8000-000000000002', '2026-11-01T00:00:00Z',
                            '01990000-0000-7000-8000-000000000001', 'li', 'pack.applied', 'done', '{}', '127.0.0.1');
                    insert into cs_core.area (code, name_zh, name_en, kind, path, pack_id)
                    values ('330100', '云川市', 'Yunchuan', 'city', '/330100/', 'old-city');
                    """);
        }
        token(connection);
    }

    private static void token(Connection connection) throws Exception {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into cs_core.api_token (id, account_id, label, secret_hash, created_at)
                values ('01990000-0000-7000-8000-000000000003', '01990000-0000-7000-8000-000000000001', 'old', ?, now())
                """)) {
            insert.setBytes(1, MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8)));
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
