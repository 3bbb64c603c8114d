package org.chengshu.data.load.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.data.DataTest;
import org.chengshu.data.Datasets;
import org.chengshu.data.stored.StoredDatasets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** A file, as somebody in a department loads it: looked at, loaded, its bad rows put right, its history read. */
@DataTest
class LoadStoryTest {
    private static final String SHOPS = "raw.shops-of-a-story";
    private static final String LOADS = "/api/data/v1/loads/";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private StoredDatasets stored;

    @LocalServerPort
    private int port;

    private PeopleClient steward;

    @BeforeEach
    void steward() {
        TestPeople people = new TestPeople(context);
        AccountView account = people.account(
                Optional.empty(), LoadPermissions.LOAD, LoadPermissions.DEFINE, Datasets.READ, Datasets.READ_SENSITIVE);
        steward = PeopleClient.at(port).bearer(people.token(account.id()));
    }

    @AfterEach
    void tidy() {
        stored.find(SHOPS).ifPresent(dataset -> stored.drop(dataset.id()));
    }

    @Test
    void aThousandRowsWithThreeBadOnesBecomeAThousand() {
        String upload = steward.postBytes("/api/data/v1/uploads?name=shops.csv", file())
                .json()
                .path("id")
                .asString();
        JsonNode preview = steward.post("/api/data/v1/uploads/" + upload + "/preview", Map.of())
                .json();
        assertThat(preview.at("/detected/shape/format").asString()).isEqualTo("csv");
        JsonNode capital = preview.at("/draft/fields/2");
        assertThat(capital.path("type").asString()).isEqualTo("number");
        assertThat(capital.path("failing").asInt()).isEqualTo(2);
        assertThat(capital.path("failures").path(0).asString()).isEqualTo("a lot");

        JsonNode load = ended(start(upload, true));
        assertThat(load.path("state").asString()).as(load.toString()).isEqualTo("promoted");
        assertThat(load.path("read").asInt()).isEqualTo(1_000);
        assertThat(load.path("stored").asInt()).isEqualTo(997);
        assertThat(rows("")).isEqualTo(997);
        String id = load.path("id").asString();
        JsonNode refused = steward.get(LOADS + id + "/refused").json().path("items");
        assertThat(refused.size()).isEqualTo(3);
        assertThat(refused.at("/0/faults/0/reason/zh").asString()).isEqualTo("不是数值：a lot");
        assertThat(steward.get(LOADS + id + "/refused.csv?lang=en").body())
                .contains("\"a lot\"")
                .contains("capital: not a number: a lot");

        List<Map<String, Object>> rows = List.of(
                Map.of("row", refused.at("/0/row").asLong(), "cells", Map.of("资本", "5000")),
                Map.of("row", refused.at("/1/row").asLong(), "cells", Map.of("资本", "6000")),
                Map.of("row", refused.at("/2/row").asLong(), "cells", Map.of("成立", "2020-02-29")));
        JsonNode again = steward.post(LOADS + id + "/refused/resubmit", Map.of("rows", rows))
                .json();
        assertThat(again.path("order").path("spec").toString()).contains("5000").doesNotContain("13800000010");
        JsonNode corrected = ended(again.path("id").asString());
        assertThat(corrected.path("state").asString()).as(corrected.toString()).isEqualTo("promoted");
        assertThat(rows("")).isEqualTo(1_000);
        assertThat(rows("&load=1")).isEqualTo(997);
        assertThat(steward.get(LOADS + id + "/refused")
                        .json()
                        .at("/items/0/settledBy")
                        .asString())
                .isEqualTo(corrected.path("id").asString());
        assertThat(steward.post(LOADS + id + "/refused/resubmit", Map.of("rows", rows))
                        .code())
                .isEqualTo("LOAD_FAULTY");
    }

    @Test
    void whoMayNotReadSensitiveFieldsSeesRefusedCellsMasked() {
        String upload = steward.postBytes("/api/data/v1/uploads?name=shops.csv", file())
                .json()
                .path("id")
                .asString();
        String id = start(upload, true);
        ended(id);
        String token = new TestPeople(context).token(LoadPermissions.LOAD);
        JsonNode row = PeopleClient.at(port)
                .bearer(token)
                .get(LOADS + id + "/refused")
                .json()
                .at("/items/0/cells");
        assertThat(row.path(1).asString()).isEqualTo("Shop 10");
        assertThat(row.path(4).asString()).doesNotContain("13800000010").isNotEmpty();
        assertThat(steward.get(LOADS + id + "/refused")
                        .json()
                        .at("/items/0/cells/4")
                        .asString())
                .isEqualTo("13800000010");
    }

    @Test
    void whatIsAskedWronglyIsToldWithTheNearestThatWouldDo() {
        String upload = steward.postBytes("/api/data/v1/uploads?name=shops.csv", file())
                .json()
                .path("id")
                .asString();
        PeopleClient.Answer unknown =
                steward.post("/api/data/v1/loads", Map.of("dataset", "raw.nothing", "spec", Map.of("upload", upload)));
        assertThat(unknown.code()).as(unknown.body()).isEqualTo("DATASET_NOT_FOUND");
        PeopleClient.Answer kind = steward.post(
                "/api/data/v1/loads",
                Map.of("dataset", "raw.nothing", "feed", "fax", "spec", Map.of("upload", upload)));
        assertThat(kind.code()).isEqualTo("LOAD_FAULTY");
        assertThat(kind.body()).contains("fax").contains("file");
        Map<String, Object> faulty = Map.of("id", "raw.X", "title", Map.of("zh", "x", "en", "x"), "fields", List.of());
        PeopleClient.Answer definition = steward.post("/api/data/v1/stored", faulty);
        assertThat(definition.code()).isEqualTo("DEFINITION_FAULTY");
        assertThat(definition.json().path("errors").size()).isEqualTo(2);
    }

    private String start(String upload, boolean make) {
        Map<String, Object> order = make
                ? Map.of("spec", Map.of("upload", upload), "define", definition())
                : Map.of("spec", Map.of("upload", upload), "dataset", SHOPS);
        PeopleClient.Answer answer = steward.post("/api/data/v1/loads", order);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json().path("id").asString();
    }

    private JsonNode ended(String id) {
        Eventually.eventually(
                "the load has ended",
                () -> steward.get(LOADS + id).json().path("endedAt").isString());
        return steward.get(LOADS + id).json();
    }

    private long rows(String more) {
        JsonNode page = steward.get("/api/data/v1/datasets/" + SHOPS + "/rows?fields=code&limit=500" + more)
                .json();
        long rows = page.path("items").size();
        while (page.path("next").isString()) {
            page = steward.get("/api/data/v1/datasets/" + SHOPS + "/rows?fields=code&limit=500" + more + "&cursor="
                            + page.path("next").asString())
                    .json();
            rows += page.path("items").size();
        }
        return rows;
    }

    private static byte[] file() {
        StringBuilder text = new StringBuilder("编号,名称,资本,成立,Mobile\n");
        for (int i = 1; i <= 1_000; i++) {
            String capital = i == 10 ? "a lot" : i == 500 ? "many" : i + ".50";
            String since = i == 1_000 ? "2020-02-30" : "2020-01-0" + (1 + i % 9);
            text.append("S%d,Shop %d,%s,%s,138%08d%n".formatted(i, i, capital, since, i));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> definition() {
        return Map.of(
                "id",
                SHOPS,
                "title",
                Map.of("zh", "商铺", "en", "Shops"),
                "fields",
                List.of(
                        field("code", "编号", "text", 1),
                        field("name", "名称", "text", 1),
                        field("capital", "资本", "number", 1),
                        field("since", "成立", "date", 1),
                        field("mobile", "手机", "text", 3)));
    }

    private static Map<String, Object> field(String name, String title, String type, int sensitivity) {
        return Map.of(
                "name", name,
                "title", Map.of("zh", title, "en", name),
                "type", type,
                "sensitivity", sensitivity,
                "origin", title);
    }
}
