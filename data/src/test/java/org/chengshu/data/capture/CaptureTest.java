package org.chengshu.data.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chengshu.core.db.internal.EmbeddedPostgres;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.data.DataTest;
import org.chengshu.data.source.FollowedSources;
import org.chengshu.data.source.SourceRights;
import org.chengshu.data.source.SourceWorld;
import org.chengshu.data.stored.RowsMode;
import org.chengshu.data.stored.StoredDatasets;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Follows a real PostgreSQL of its own that writes a logical log. */
@DataTest
class CaptureTest {
    private static final String SOURCES = "/api/data/v1/sources";
    private static final String LAMPS = "raw.lamps-followed";
    private static EmbeddedPostgres server;

    @Autowired
    ApplicationContext context;

    @Autowired
    StoredDatasets stored;

    @Autowired
    DSLContext sql;

    @Autowired
    CaptureRunner runner;

    @Autowired
    FollowedSources followed;

    @LocalServerPort
    int port;

    private PeopleClient office;
    private String id;

    @BeforeAll
    static void startServer() {
        try {
            Path folder = Files.createTempDirectory("chengshu-followed-");
            server = EmbeddedPostgres.start(folder);
            server.ensureDatabase("city");
            run("alter system set wal_level = logical");
            server.close();
            server = EmbeddedPostgres.start(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static void run(String... statements) {
        try (Connection connection =
                DriverManager.getConnection(server.jdbcUrl("city"), server.user(), server.password())) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(String query) {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl("city"), server.user(), server.password());
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void enter() {
        run(
                "drop table if exists lamp",
                "create table lamp (id int primary key, name text, watts numeric)",
                "alter table lamp alter name set storage external",
                "insert into lamp select i, '灯' || i, i from generate_series(1, 100) i");
        new SourceWorld(stored).lamps(LAMPS, RowsMode.MERGE);
        office = PeopleClient.at(port).bearer(new TestPeople(context).token(SourceRights.SEE, SourceRights.DEFINE));
        PeopleClient.Answer made = office.post(SOURCES, SourceWorld.source("跟踪", "capture", config(), LAMPS));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        id = made.json().path("id").asString();
    }

    @AfterEach
    void tidy() {
        if (office.get(SOURCES + "/" + id).status() == 200) {
            assertThat(remove(id).status()).isEqualTo(204);
        }
        stored.find(LAMPS).ifPresent(dataset -> stored.drop(LAMPS));
    }

    private PeopleClient.Answer remove(String source) {
        PeopleClient.Answer[] answer = new PeopleClient.Answer[1];
        Eventually.eventually("the source to be let go", () -> {
            String tag = office.get(SOURCES + "/" + source).header("ETag");
            answer[0] = office.with("If-Match", tag).delete(SOURCES + "/" + source);
            return answer[0].status() == 204;
        });
        return answer[0];
    }

    private static Map<String, Object> config() {
        Map<String, Object> config = new LinkedHashMap<>();
        String url = server.jdbcUrl("city");
        config.put("host", "127.0.0.1");
        config.put("port", Integer.parseInt(url.replaceFirst(".*:(\\d+)/.*", "$1")));
        config.put("database", "city");
        config.put("user", server.user());
        config.put("password", server.password());
        config.put("table", "public.lamp");
        return config;
    }

    private List<String> names() {
        return sql.fetch("select name from facts.raw_lamps_followed order by id")
                .getValues(0, String.class);
    }

    private void awaitRows(int rows, String contained) {
        Eventually.eventually(rows + " rows with " + contained, () -> {
            List<String> names = names();
            return names.size() == rows && names.contains(contained);
        });
    }

    @Test
    void takesTheWholeTableThenEveryChange() {
        awaitRows(100, "灯100");
        run(
                "insert into lamp values (101, '新灯', 5)",
                "update lamp set name = '换灯' where id = 1",
                "update lamp set id = 500 where id = 2",
                "delete from lamp where id = 3",
                "begin; insert into lamp values (900, 'x', 1); rollback");
        awaitRows(100, "换灯");
        assertThat(names()).contains("新灯", "灯2").doesNotContain("灯3", "灯1", "x");
        assertThat(sql.fetch("select id from facts.raw_lamps_followed where name = '灯2'")
                        .getValues(0, Long.class))
                .containsExactly(500L);
        run("truncate lamp", "insert into lamp values (7, '独灯', 1)");
        awaitRows(1, "独灯");
        JsonNode source = office.get(SOURCES + "/" + id).json();
        assertThat(source.path("following").path("state").asString())
                .as(source.toString())
                .isEqualTo("following");
        assertThat(source.path("following").path("lagBytes").isNumber()).isTrue();
    }

    @Test
    void longValuesThatStayedAreNotLost() {
        awaitRows(100, "灯100");
        run("insert into lamp values (200, repeat('长', 5000), 1)");
        awaitRows(101, "长".repeat(5000));
        run("update lamp set watts = 2 where id = 200");
        Eventually.eventually(
                "the change to come", () -> sql.fetch("select watts::int from facts.raw_lamps_followed where id = 200")
                        .getValues(0, Integer.class)
                        .contains(2));
        assertThat(names()).contains("长".repeat(5000));
    }

    @Test
    void aPauseLosesNothingAndTheSlotGoesWithTheSource() {
        awaitRows(100, "灯100");
        office.post(SOURCES + "/" + id + "/pause", Map.of());
        run("insert into lamp values (101, '甲', 1)", "insert into lamp values (102, '乙', 1)");
        office.post(SOURCES + "/" + id + "/resume", Map.of());
        awaitRows(102, "乙");
        assertThat(count("select count(*) from pg_replication_slots")).isEqualTo(1);
        remove(id);
        assertThat(count("select count(*) from pg_replication_slots")).isZero();
        assertThat(count("select count(*) from pg_publication")).isZero();
    }

    @Test
    void beginsAnewWhenItsSlotIsLostAndSomebodySaysSo() {
        awaitRows(100, "灯100");
        assertThat(office.post(SOURCES + "/" + id + "/run", Map.of()).body()).contains("come by themselves");
        office.post(SOURCES + "/" + id + "/pause", Map.of());
        Eventually.eventually(
                "the slot to be free", () -> count("select count(*) from pg_replication_slots where active") == 0);
        run(
                "select pg_drop_replication_slot(slot_name) from pg_replication_slots",
                "delete from lamp where id > 50",
                "insert into lamp values (900, '后来', 1)");
        office.delete(SOURCES + "/" + id + "/mark");
        office.post(SOURCES + "/" + id + "/resume", Map.of());
        awaitRows(51, "后来");
    }

    @Test
    void saysWhatIsNeededAtTheSource() {
        run("create table if not exists bare (a int)");
        Map<String, Object> bare = config();
        bare.put("table", "bare");
        PeopleClient.Answer answer = office.post(SOURCES + "/test", SourceWorld.source("试", "capture", bare, LAMPS));
        assertThat(answer.code()).isEqualTo("SOURCE_REFUSED");
        assertThat(answer.body()).contains("needs a primary key");
        assertThat(office.post(SOURCES + "/" + id + "/test", Map.of())
                        .json()
                        .path("found")
                        .path("en")
                        .asString())
                .contains("can be followed");
        assertThat(followed.find(UUID.fromString(id), "capture")).isPresent();
    }
}
