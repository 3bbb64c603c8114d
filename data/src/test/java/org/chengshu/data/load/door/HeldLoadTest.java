package org.chengshu.data.load.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.data.DataTest;
import org.chengshu.data.Datasets;
import org.chengshu.data.rule.QualityRights;
import org.chengshu.data.stored.StoredDatasets;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** A delivery whose quality is below the minimum waits at the gate, and who or what lets it through. */
@DataTest
class HeldLoadTest {
    private static final String LAMPS = "raw.lamps-at-the-gate";
    private static final String LOADS = "/api/data/v1/loads/";
    private static final String QUALITY = "/api/data/v1/quality";
    private static final String GOOD = "code,power\nL1,10\nL2,20\nL3,30\nL4,40\n";
    private static final String BAD = "code,power\nL1,10\nL2,-20\nL3,-30\nL4,-40\n";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private StoredDatasets stored;

    @Autowired
    private DSLContext sql;

    @LocalServerPort
    private int port;

    private PeopleClient steward;

    @BeforeEach
    void aDatasetWithARuleAndAMinimum() {
        steward = client(LoadPermissions.LOAD, LoadPermissions.DEFINE, Datasets.READ, QualityRights.MANAGE);
        define("replace");
        aRule();
        Answer set = steward.with("If-Match", "\"v0\"").put(QUALITY + "/datasets/" + LAMPS, Map.of("minimumScore", 90));
        assertThat(set.status()).as(set.body()).isEqualTo(200);
    }

    @AfterEach
    void tidy() {
        sql.execute("delete from cs_data.quality_rule where dataset = ?", LAMPS);
        sql.execute("delete from cs_data.quality_set where dataset = ?", LAMPS);
        sql.execute("delete from cs_data.quality_run where dataset = ?", LAMPS);
        sql.execute("delete from cs_data.finding where dataset = ?", LAMPS);
        stored.find(LAMPS).ifPresent(dataset -> stored.drop(dataset.id()));
    }

    @Test
    void belowTheMinimumItWaitsForAPersonWhoGivesAReasonThatIsOnRecord() {
        assertThat(settled(load(GOOD)).path("state").asString()).isEqualTo("promoted");
        JsonNode held = settled(load(BAD));
        assertThat(held.path("state").asString()).as(held.toString()).isEqualTo("held");
        assertThat(held.at("/error/en").asString()).contains("25.0").contains("90.0");
        assertThat(powers()).containsExactlyInAnyOrder("10.0", "20.0", "30.0", "40.0");
        assertThat(client(LoadPermissions.LOAD)
                        .post(release(held), Map.of("reason", "so be it"))
                        .status())
                .isEqualTo(403);
        PeopleClient chief = client(LoadPermissions.LOAD, LoadPermissions.RELEASE);
        assertThat(chief.post(release(held), Map.of("reason", " ")).code()).isEqualTo("LOAD_FAULTY");

        Answer let = chief.post(release(held), Map.of("reason", "the meters were turned round, known"));
        assertThat(let.json().path("state").asString()).as(let.body()).isEqualTo("promoted");
        assertThat(let.json().at("/release/reason").asString()).contains("turned round");
        assertThat(powers()).containsExactlyInAnyOrder("10.0", "-20.0", "-30.0", "-40.0");
        assertThat(rows("&load=1")).hasSize(4);
        assertThat(chief.post(release(held), Map.of("reason", "again")).code()).isEqualTo("LOAD_ENDED");
        String trail = client("core:audit")
                .get("/api/core/v1/audit?event=data.load-released")
                .body();
        assertThat(trail).contains(held.path("id").asString()).contains("turned round");
        Eventually.eventually("the finding is there", () -> findings().contains("lamps-at-the-gate-power"));
    }

    @Test
    void aBetterLoadTakesThePlaceOfTheOneThatWaits() {
        JsonNode held = settled(load(BAD));
        assertThat(held.path("state").asString()).as(held.toString()).isEqualTo("held");
        assertThat(settled(load(GOOD)).path("state").asString()).isEqualTo("promoted");
        JsonNode over = steward.get(LOADS + held.path("id").asString()).json();
        assertThat(over.path("state").asString()).isEqualTo("stopped");
        assertThat(over.at("/error/en").asString()).contains("revision 2");
        assertThat(sql.meta().getTables("lamps_at_the_gate__1")).isEmpty();
        assertThat(client(LoadPermissions.RELEASE)
                        .post(release(held), Map.of("reason", "late"))
                        .code())
                .isEqualTo("LOAD_ENDED");
    }

    @Test
    void whoRejectsItLeavesNothing() {
        JsonNode held = settled(load(BAD));
        Answer rejected = steward.post(LOADS + held.path("id").asString() + "/cancel", Map.of());
        assertThat(rejected.json().path("state").asString()).as(rejected.body()).isEqualTo("cancelled");
        assertThat(sql.meta().getTables("lamps_at_the_gate__1")).isEmpty();
    }

    @Test
    void theRowsOfALoadAreCountedOnceAndThoseOfAMergedDatasetAnew() {
        assertThat(settled(load(GOOD)).path("state").asString()).isEqualTo("promoted");
        Eventually.eventually("the run over what is current", () -> runs().size() == 2);
        assertThat(runs().getFirst().path("cause").asString()).isEqualTo("refresh");
        assertThat(runs().getFirst().path("countedIn"))
                .isEqualTo(runs().getLast().path("id"));
        assertThat(runs().getFirst().path("score").asDouble()).isEqualTo(100);
        String results = QUALITY + "/runs/" + runs().getFirst().path("id").asString();
        assertThat(steward.get(results).json().at("/results/0/checked").asInt()).isEqualTo(4);

        tidy();
        define("append");
        aRule();
        settled(load(GOOD));
        settled(load(GOOD));
        Eventually.eventually("the runs over what is current", () -> runs().stream()
                .anyMatch(run -> run.path("cause").asString().equals("refresh")
                        && run.path("rows").asInt() == 8
                        && run.path("countedIn").asString("").isEmpty()));
    }

    private void aRule() {
        made(steward.post(
                QUALITY + "/rules",
                Map.of(
                        "id",
                        "lamps-at-the-gate-power",
                        "dataset",
                        LAMPS,
                        "title",
                        Map.of("zh", "功率", "en", "Power"),
                        "check",
                        Map.of("type", "range", "field", "power", "min", 0))));
    }

    private void define(String mode) {
        made(steward.post(
                "/api/data/v1/stored",
                Map.of(
                        "id",
                        LAMPS,
                        "title",
                        Map.of("zh", "路灯", "en", "Lamps"),
                        "mode",
                        mode,
                        "fields",
                        List.of(field("code", "text"), field("power", "number")))));
    }

    private static Map<String, Object> field(String name, String type) {
        return Map.of("name", name, "title", Map.of("zh", name, "en", name), "type", type);
    }

    private static void made(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private String load(String file) {
        String upload = steward.postBytes("/api/data/v1/uploads?name=lamps.csv", file.getBytes(StandardCharsets.UTF_8))
                .json()
                .path("id")
                .asString();
        Answer answer = steward.post("/api/data/v1/loads", Map.of("dataset", LAMPS, "spec", Map.of("upload", upload)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json().path("id").asString();
    }

    private JsonNode settled(String id) {
        Eventually.eventually("the load has ended or is held", () -> {
            JsonNode load = steward.get(LOADS + id).json();
            return load.path("endedAt").isString()
                    || load.path("state").asString().equals("held");
        });
        return steward.get(LOADS + id).json();
    }

    private static String release(JsonNode load) {
        return LOADS + load.path("id").asString() + "/release";
    }

    private List<String> powers() {
        return rows("");
    }

    private List<String> rows(String more) {
        return steward.get("/api/data/v1/datasets/" + LAMPS + "/rows?fields=power" + more)
                .json()
                .path("items")
                .valueStream()
                .map(row -> row.path("power").asString())
                .toList();
    }

    private List<JsonNode> runs() {
        return steward.get(QUALITY + "/runs?dataset=" + LAMPS)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private String findings() {
        return steward.get(QUALITY + "/findings").body();
    }

    private PeopleClient client(String... permissions) {
        TestPeople people = new TestPeople(context);
        return PeopleClient.at(port)
                .bearer(people.token(
                        people.account(Optional.empty(), permissions).id()));
    }
}
