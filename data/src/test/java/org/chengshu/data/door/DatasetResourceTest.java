package org.chengshu.data.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.data.DataTest;
import org.chengshu.data.Datasets;
import org.chengshu.data.LampWorld;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@DataTest
class DatasetResourceTest {
    private static final String LAMPS = "/api/data/v1/datasets/town.lamps";
    private static final String FAULTY = "QUERY_FAULTY";

    @Autowired
    private DSLContext sql;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private PeopleClient reader;

    @BeforeEach
    void lamps() {
        reader = PeopleClient.at(port).bearer(new TestPeople(context).token(Datasets.READ));
        LampWorld world = new LampWorld(sql).empty();
        for (int i = 0; i < 7; i++) {
            // Three share one time, two have none: a page may end among either.
            world.lamp("lamp" + i, "/310000/", (double) i, i < 2 ? null : "2026-03-0" + Math.min(i, 4) + "T00:00:00Z");
        }
    }

    @Test
    void listsWhatModulesPublish() {
        JsonNode lamps = item(reader.get("/api/data/v1/datasets").json().path("items"), "town.lamps");
        assertThat(lamps.path("title").path("zh").asString()).isEqualTo("路灯");
        assertThat(lamps.path("rows").asLong()).isEqualTo(7);
        assertThat(lamps.path("newest").asString()).isEqualTo("2026-03-04T00:00:00Z");
        JsonNode power = lamps.path("fields").path(4);
        assertThat(power.path("name").asString()).isEqualTo("power");
        assertThat(power.path("type").asString()).isEqualTo("number");
        assertThat(power.path("unit").asString()).isEqualTo("W");
        assertThat(lamps.path("fields").path(9).path("readable").asBoolean()).isFalse();
    }

    @Test
    void whoReadsSensitiveFieldsIsOnRecordWithALogThatCanBeVerified() {
        TestPeople people = new TestPeople(context);
        AccountView keeper = people.account(Optional.empty(), Datasets.READ, Datasets.READ_SENSITIVE, "core:audit");
        PeopleClient client = PeopleClient.at(port).bearer(people.token(keeper.id()));

        client.get(LAMPS + "/rows?fields=name,power");
        assertThat(readsOf(client, keeper)).isEmpty();
        client.get(LAMPS + "/rows?fields=name&where=keeper_phone:eq:139-lamp4");
        assertThat(readsOf(client, keeper)).hasSize(1);

        client.get(LAMPS + "/rows?fields=name,keeper_phone&limit=3");
        client.get(LAMPS + "/rows.csv?fields=name,keeper_phone");
        List<JsonNode> reads = readsOf(client, keeper);

        assertThat(reads).hasSize(3);
        assertThat(reads.getFirst().path("details").path("rows").asString()).isEqualTo("7");
        assertThat(reads.get(1).path("details").path("rows").asString()).isEqualTo("3");
        assertThat(reads.get(1).path("details").path("fields").asString()).isEqualTo("keeper_phone");
        JsonNode log = client.get("/api/core/v1/audit/reads/"
                        + reads.getFirst().path("id").asString())
                .json();
        assertThat(log.path("matches").asBoolean()).isTrue();
        assertThat(log.path("count").asLong()).isEqualTo(7);
        assertThat(log.path("items").path(0).toString()).contains("\"lamp4\"").doesNotContain("139-lamp4");
    }

    private static List<JsonNode> readsOf(PeopleClient client, AccountView reader) {
        return client.get("/api/core/v1/audit?event=data.read&account=" + reader.id())
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        PeopleClient.Answer answer = reader.get("/api/data/v1/datasets/town.lamb");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("DATASET_NOT_FOUND");
        assertThat(answer.body()).contains("town.lamps");
    }

    @Test
    void pagesThroughEveryRowOnceNewestFirst() {
        for (int limit = 1; limit <= 8; limit++) {
            List<String> names = new ArrayList<>();
            String next = "";
            do {
                JsonNode page = reader.get(LAMPS + "/rows?fields=name&limit=" + limit + next)
                        .json();
                page.path("items").forEach(row -> names.add(row.path("name").asString()));
                next = page.path("next").isString()
                        ? "&cursor=" + page.path("next").asString()
                        : "";
            } while (!next.isEmpty());
            assertThat(names)
                    .as("pages of %d", limit)
                    .containsExactly("lamp4", "lamp5", "lamp6", "lamp3", "lamp2", "lamp0", "lamp1");
        }
    }

    @Test
    void rowsAreFilteredByConditionsInTheAddress() {
        JsonNode page = reader.get(LAMPS + "/rows?where=power:ge:3&where=name:in:lamp2,lamp3,lamp4&fields=name,power")
                .json();
        assertThat(page.path("columns").toString()).isEqualTo("[\"name\",\"power\"]");
        assertThat(page.path("items").size()).isEqualTo(2);
        assertThat(page.path("items").path(0).path("power").asDouble()).isEqualTo(4);
    }

    @Test
    void answersGroupedQuestions() {
        JsonNode rows = reader.post(
                        LAMPS + "/query",
                        Map.of(
                                "groupBy",
                                List.of(Map.of("field", "seen_at", "grain", "month")),
                                "measures",
                                List.of(
                                        Map.of("name", "lamps", "aggregate", "count"),
                                        Map.of("name", "watts", "aggregate", "sum", "field", "power")),
                                "order",
                                List.of("-seen_at")))
                .json();
        assertThat(rows.path("columns").toString()).isEqualTo("[\"seen_at\",\"lamps\",\"watts\"]");
        assertThat(rows.path("rows").path(0).toString()).isEqualTo("[\"2026-02-28T16:00:00Z\",5,20.0]");
        assertThat(rows.path("rows").path(1).path(0).isNull()).isTrue();
    }

    @Test
    void questionsOutsideTheRegistryAreRefused() {
        assertRefused(reader.get(LAMPS + "/rows?fields=" + encoded("name\",(select 1)")), "FIELD_UNKNOWN");
        assertRefused(reader.get(LAMPS + "/rows?where=" + encoded("1=1;--:eq:1")), "FIELD_UNKNOWN");
        assertRefused(reader.get(LAMPS + "/rows?where=" + encoded("name:or 1=1:x")), FAULTY);
        assertRefused(reader.get(LAMPS + "/rows?where=name"), FAULTY);
        assertRefused(query(Map.of("groupBy", List.of("name; drop table x"))), "FIELD_UNKNOWN");
        assertRefused(query(Map.of("groupBy", List.of("name"), "order", List.of("name desc, 1"))), FAULTY);
        assertRefused(query(Map.of("fields", List.of("name"), "limit", 1_000_000)), FAULTY);
        assertRefused(query(Map.of("measures", "count")), FAULTY);
        assertRefused(reader.get(LAMPS + "/rows?cursor=abc"), "BAD_REQUEST");
        PeopleClient.Answer harmless = reader.get(LAMPS + "/rows?where=" + encoded("name:eq:' or ''='"));
        assertThat(harmless.json().path("items").size()).isZero();
    }

    @Test
    void sensitiveFieldsNeedTheRight() {
        assertThat(reader.get(LAMPS + "/sample?limit=1").body()).doesNotContain("keeper_phone");
        PeopleClient.Answer refused = reader.get(LAMPS + "/rows?fields=keeper_phone");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("FIELD_SENSITIVE");
        String trusted = new TestPeople(context).token(Datasets.READ, Datasets.READ_SENSITIVE);
        assertThat(PeopleClient.at(port)
                        .bearer(trusted)
                        .get(LAMPS + "/sample?limit=1")
                        .body())
                .contains("139-lamp");
    }

    @Test
    void exportsAFileThatSpreadsheetsOpenSafely() {
        new LampWorld(sql).lamp("=1+1", "/", -2.5, "2026-04-01T00:00:00Z");
        PeopleClient.Answer answer = reader.get(LAMPS + "/rows.csv?fields=name,power,seen_at&where=power:lt:3");
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        assertThat(answer.header("Content-Disposition")).contains("town.lamps.csv");
        assertThat(answer.body().lines())
                .containsExactly(
                        "\uFEFFname,power,seen_at",
                        "'=1+1,-2.5,2026-04-01T00:00:00Z",
                        "lamp2,2,2026-03-02T00:00:00Z",
                        "lamp0,0,",
                        "lamp1,1,");
        assertThat(reader.get(LAMPS + "/rows.csv?fields=nothing").code()).isEqualTo("FIELD_UNKNOWN");
    }

    private PeopleClient.Answer query(Map<String, ?> question) {
        return reader.post(LAMPS + "/query", question);
    }

    private static void assertRefused(PeopleClient.Answer answer, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    private static JsonNode item(JsonNode items, String id) {
        for (JsonNode item : items) {
            if (item.path("id").asString().equals(id)) {
                return item;
            }
        }
        throw new AssertionError("no item " + id + " in " + items);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
