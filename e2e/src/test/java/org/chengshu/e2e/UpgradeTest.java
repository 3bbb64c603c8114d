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
            assertTheReadingsAreThere(node);
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

    /** That release kept a row for each reading; this one packs them at its first start. */
    private static void assertTheReadingsAreThere(NodeProcess node) throws Exception {
        JsonNode latest = node.getWith(TOKEN, "/api/sense/v1/devices/well-1/latest");
        assertThat(latest.path("level").path("value").asDouble()).isEqualTo(23.25);
        JsonNode readings = node.getWith(
                TOKEN,
                "/api/sense/v1/devices/well-1/series/level/readings?from=2026-08-01T00:00:00Z&to=2026-11-01T00:00:00Z&limit=10000");
        assertThat(readings.path("items")).hasSize(92 * 24);
        assertThat(readings.path("items").get(0).path("time").asString()).isEqualTo("2026-08-01T00:00:00Z");
        assertThat(readings.path("items").get(1).path("value").asDouble()).isEqualTo(1.25);
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
            statement.execute("""
                    insert into cs_sense.product (id, body, changed_at) values ('well', '{"id": "well",
                        "title": {"zh": "水井", "en": "Well"}, "properties": [
                            {"id": "level", "title": {"zh": "水位", "en": "Level"}, "type": "number"}]}', now());
                    insert into cs_sense.device (code, product, title_zh, title_en, created_at, changed_at)
                    values ('well-1', 'well', '一号井', 'Well 1', now(), now());
                    insert into cs_sense.series (device, property) select id, 'level' from cs_sense.device;
                    select cs_sense.make_month(month)
                    from generate_series(timestamptz '2026-08-01Z', '2026-10-01Z', '1 month') month;
                    insert into cs_sense.reading (series, time, num)
                    select s.id, t, extract(hour from t at time zone 'UTC') + 0.25
                    from cs_sense.series s, generate_series(timestamptz '2026-08-01Z', '2026-10-31T23:00Z', '1 hour') t;
                    insert into cs_sense.latest (series, time, num) select id, '2026-10-31T23:00Z', 23.25 from cs_sense.series;
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
