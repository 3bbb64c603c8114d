package org.chengshu.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.data.DataTest;
import org.chengshu.data.feed.web.WebSite;
import org.chengshu.data.stored.RowsMode;
import org.chengshu.data.stored.StoredDatasets;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@DataTest
class SourcesTest {
    private static final String SOURCES = "/api/data/v1/sources";
    private static final String LAMPS = "raw.lamps-read";

    @Autowired
    ApplicationContext context;

    @Autowired
    StoredDatasets stored;

    @Autowired
    DSLContext sql;

    @Autowired
    CitySettings city;

    @Autowired
    SourceRuns runs;

    @LocalServerPort
    int port;

    private PeopleClient office;

    @BeforeEach
    void enter() {
        office = PeopleClient.at(port)
                .bearer(new TestPeople(context)
                        .token(SourceRights.SEE, SourceRights.DEFINE, SourceRights.PUSH, "data:read"));
    }

    @AfterEach
    void tidy() {
        sql.execute("delete from cs_data.source");
        stored.find(LAMPS).ifPresent(dataset -> stored.drop(LAMPS));
    }

    private static Map<String, Object> database(String url) {
        java.net.URI uri = java.net.URI.create(url.substring("jdbc:".length()));
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("host", uri.getHost());
        config.put("port", uri.getPort());
        config.put("database", uri.getPath().substring(1));
        for (String part : uri.getQuery().split("&")) {
            config.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
        }
        config.put("table", "public.lamp");
        config.put("by", "id");
        return config;
    }

    private static void run(String url, String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection(url)) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        }
    }

    private JsonNode create(Map<String, Object> body) {
        PeopleClient.Answer made = office.post(SOURCES, body);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    private JsonNode ended(String id) {
        return once(
                id,
                source ->
                        source.path("running").isNull() && !source.path("last").isNull());
    }

    /** The source as soon as this holds. */
    private JsonNode once(String id, Predicate<JsonNode> holds) {
        AtomicReference<JsonNode> seen = new AtomicReference<>();
        Eventually.eventually("the source to get there", () -> {
            seen.set(office.get(SOURCES + "/" + id).json());
            return holds.test(seen.get());
        });
        return seen.get();
    }

    private long rows() {
        return sql.fetchOne("select count(*) from facts.raw_lamps_read").get(0, Long.class);
    }

    @Test
    void readsADatabaseWholeThenOnlyWhatIsNew() throws Exception {
        String url = TestCityConfiguration.newDatabaseUrl();
        run(
                url,
                "create table lamp (id int primary key, name text, watts numeric)",
                "insert into lamp select i, '灯' || i, i / 2.0 from generate_series(1, 500) i");
        new SourceWorld(stored).lamps(LAMPS, RowsMode.MERGE);
        JsonNode source = create(SourceWorld.source("路灯库", "jdbc", database(url), LAMPS));
        String id = source.path("id").asString();
        assertThat(source.toString())
                .doesNotContain(database(url).get("password").toString());
        assertThat(source.path("secrets").toString()).isEqualTo("[\"password\"]");
        assertThat(office.post(SOURCES + "/" + id + "/test", Map.of())
                        .json()
                        .path("found")
                        .path("en")
                        .asString())
                .contains("3 columns");
        assertThat(office.get(SOURCES + "/" + id + "/preview?limit=5")
                        .json()
                        .path("rows")
                        .size())
                .isEqualTo(5);

        assertThat(office.post(SOURCES + "/" + id + "/run", Map.of()).status()).isEqualTo(202);
        JsonNode first = ended(id);
        assertThat(first.path("last").path("state").asString())
                .as(first.toString())
                .isEqualTo("promoted");
        assertThat(first.path("last").path("stored").asLong()).isEqualTo(500);
        assertThat(first.path("mark").path("value").asString()).isEqualTo("500");

        run(url, "insert into lamp values (501, '新灯', 9)");
        office.post(SOURCES + "/" + id + "/run", Map.of());
        once(id, now -> now.path("mark").path("value").asString().equals("501"));
        assertThat(office.get(SOURCES + "/" + id)
                        .json()
                        .path("last")
                        .path("read")
                        .asLong())
                .isEqualTo(1);
        assertThat(rows()).isEqualTo(501);
    }

    @Test
    void secretsAreSealedAndStayWithTheirAddress() {
        Map<String, Object> config = new HashMap<>(Map.of(
                "host", "127.0.0.1", "port", 1, "database", "d", "user", "u", "password", "very-secret", "table", "t"));
        new SourceWorld(stored).lamps(LAMPS, RowsMode.REPLACE);
        JsonNode source = create(SourceWorld.source("密", "jdbc", config, LAMPS));
        String path = SOURCES + "/" + source.path("id").asString();
        assertThat(sql.fetch("select * from cs_data.source").formatCSV()).doesNotContain("very-secret");
        config.remove("password");
        config.put("table", "t2");
        PeopleClient.Answer kept =
                office.with("If-Match", "\"v1\"").put(path, SourceWorld.source("密", "jdbc", config, LAMPS));
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(kept.json().path("secrets").size()).isEqualTo(1);
        config.put("host", "127.0.0.2");
        PeopleClient.Answer moved =
                office.with("If-Match", "\"v2\"").put(path, SourceWorld.source("密", "jdbc", config, LAMPS));
        assertThat(moved.code()).isEqualTo("SOURCE_FAULTY");
        assertThat(moved.body()).contains("give it again");
        assertThat(office.with("If-Match", "\"v1\"")
                        .put(path, SourceWorld.source("密", "jdbc", config, LAMPS))
                        .code())
                .isEqualTo("VERSION_CHANGED");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        Map<String, Object> body = SourceWorld.source("", "jdbc", Map.of("host", "a b"), "raw.nothing");
        body.put("schedule", Map.of("everyMinutes", 5, "cron", "0 0 * * * *"));
        body.put("organisation", "nobody");
        PeopleClient.Answer refused = office.post(SOURCES, body);
        assertThat(refused.code()).isEqualTo("SOURCE_FAULTY");
        assertThat(refused.body())
                .contains("\"name\"", "config.host", "config.table", "target.dataset", "schedule", "organisation");
        assertThat(office.post(SOURCES, SourceWorld.source("x", "pigeon", Map.of(), "raw.nothing"))
                        .body())
                .contains("capture, file, http, jdbc, push");
    }

    @Test
    void readsAWebServiceOnItsScheduleAndTellsWhenThatFails() throws Exception {
        try (WebSite site = new WebSite()) {
            site.hold(
                    List.of(Map.of("id", 1, "name", "a", "watts", 2.5), Map.of("id", 2, "name", "b", "watts", "many")));
            new SourceWorld(stored).lamps(LAMPS, RowsMode.REPLACE);
            Map<String, Object> body = SourceWorld.source(
                    "网",
                    "http",
                    Map.of("url", site.url("/link"), "paging", "link", "requestsPerMinute", 6000, "attempts", 1),
                    LAMPS);
            body.put("schedule", Map.of("everyMinutes", 60));
            String id = create(body).path("id").asString();
            sql.execute("update cs_data.source set next_run = now() - interval '1 second'");
            runs.startDue();
            JsonNode read = ended(id);
            assertThat(read.path("last").path("stored").asLong())
                    .as(read.toString())
                    .isEqualTo(1);
            assertThat(read.path("last").path("rejected").asLong()).isEqualTo(1);
            assertThat(Instant.parse(read.path("nextRun").asString()))
                    .isAfter(Instant.now().plusSeconds(3000));
            site.closed = true;
            sql.execute("update cs_data.source set next_run = now() - interval '1 second', last_load = null");
            runs.startDue();
            once(id, source -> source.path("failures").asInt() > 0);
        }
    }

    @Test
    void takesFilesThatAreLaidDownOneAfterAnother() throws Exception {
        Path folder = Files.createDirectories(city.dataFolder().resolve("drop/lamps"));
        new SourceWorld(stored).lamps(LAMPS, RowsMode.MERGE);
        lay(folder.resolve("1.csv"), "id,name,watts\n1,甲,2\n2,乙,3\n", 100);
        String id = create(SourceWorld.source(
                        "台账", "file", Map.of("folder", "lamps", "pattern", "*.csv", "each", "more"), LAMPS))
                .path("id")
                .asString();
        office.post(SOURCES + "/" + id + "/run", Map.of());
        assertThat(ended(id).path("last").path("stored").asLong()).isEqualTo(2);
        assertThat(office.post(SOURCES + "/" + id + "/run", Map.of()).body()).contains("nothing new");
        lay(folder.resolve("2.csv"), "id,name,watts\n2,丙,4\n3,丁,5\n", 50);
        office.post(SOURCES + "/" + id + "/run", Map.of());
        Eventually.eventually("both files to be taken", () -> rows() == 3);
        Map<String, Object> outside = SourceWorld.source("外", "file", Map.of("folder", "../pg"), LAMPS);
        assertThat(office.post(SOURCES, outside).body()).contains("config.folder");
    }

    private static void lay(Path file, String text, long secondsAgo) throws Exception {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(secondsAgo)));
    }

    @Test
    void aPausedSourceIsNotRead() {
        new SourceWorld(stored).lamps(LAMPS, RowsMode.REPLACE);
        String id = create(SourceWorld.source("推", "push", Map.of(), LAMPS))
                .path("id")
                .asString();
        assertThat(office.post(SOURCES + "/" + id + "/pause", Map.of())
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("paused");
        assertThat(office.post(SOURCES + "/" + id + "/run", Map.of()).code()).isEqualTo("SOURCE_PAUSED");
        assertThat(office.post(SOURCES + "/" + id + "/rows", List.of(Map.of("id", 1)))
                        .code())
                .isEqualTo("SOURCE_PAUSED");
        assertThat(office.post(SOURCES + "/" + id + "/resume", Map.of())
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("new");
        String tag = office.get(SOURCES + "/" + id).header("ETag");
        assertThat(office.with("If-Match", tag).delete(SOURCES + "/" + id).status())
                .isEqualTo(204);
        assertThat(office.get(SOURCES + "/" + UUID.randomUUID()).code()).isEqualTo("SOURCE_NOT_FOUND");
    }
}
