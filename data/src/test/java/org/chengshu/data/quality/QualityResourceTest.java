package org.chengshu.data.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.data.DataTest;
import org.chengshu.data.Datasets;
import org.chengshu.data.LampWorld;
import org.chengshu.data.rule.QualityRights;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@DataTest
class QualityResourceTest {
    private static final String QUALITY = "/api/data/v1/quality";
    private static final String DATASET = "town.lamps";

    @Autowired
    DSLContext sql;

    @Autowired
    ApplicationContext context;

    @Autowired
    QualityRunner runner;

    @LocalServerPort
    int port;

    private PeopleClient steward;
    private LampWorld lamps;

    @BeforeEach
    void lamps() {
        sql.execute(
                "truncate cs_data.quality_rule, cs_data.quality_set, cs_data.quality_proposal, cs_data.finding cascade");
        sql.execute("truncate cs_data.quality_run, cs_data.profile cascade");
        steward = PeopleClient.at(port).bearer(new TestPeople(context).token(Datasets.READ, QualityRights.MANAGE));
        lamps = new LampWorld(sql).empty();
        for (int i = 0; i < 40; i++) {
            lamps.lamp("lamp-" + i, "/310000/", 10.0 + i, "2026-03-01T00:00:00Z");
        }
        lamps.lamp("lamp-40", "/310000/", -5.0, "2026-03-01T00:00:00Z");
        lamps.lamp("lamp-41", "/310000/", null, "2026-03-01T00:00:00Z");
    }

    @Test
    void aFailingRuleRaisesOneFindingWhoseRowsCanAllBeReached() {
        make("lamp-power", Map.of("type", "range", "field", "power", "min", 0));
        runner.run(DATASET, Cause.HAND, Optional.empty());
        runner.run(DATASET, Cause.HAND, Optional.empty());

        JsonNode finding = onlyFinding();
        assertThat(finding.path("open").asBoolean()).isTrue();
        assertThat(finding.path("raised").asInt()).isEqualTo(1);
        assertThat(finding.path("failing").asLong()).isEqualTo(1);
        assertThat(finding.path("checked").asLong()).isEqualTo(41);
        String rows = QUALITY + "/findings/" + finding.path("id").asString() + "/rows";
        JsonNode page = steward.get(rows).json();
        assertThat(page.path("rows").size()).isEqualTo(1);
        assertThat(page.path("rows").path(0).toString()).contains("lamp-40");
        assertThat(page.path("columns").toString()).doesNotContain("keeper_phone");
        assertThat(steward.get(rows + ".csv").body()).contains("lamp-40");
        assertThat(steward.get(rows.replace("/rows", "/evidence"))
                        .json()
                        .path("rows")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("lamp-40");
    }

    @Test
    void aRunThatPassesSettlesItAndItsReturnRaisesItAgain() {
        make("lamp-power", Map.of("type", "range", "field", "power", "min", 0));
        runner.run(DATASET, Cause.HAND, Optional.empty());
        sql.execute("update cs_town.lamp set power = 5 where power < 0");
        QualityRun passed = runner.run(DATASET, Cause.HAND, Optional.empty());

        JsonNode settled = onlyFinding();
        assertThat(settled.path("open").asBoolean()).isFalse();
        assertThat(settled.path("settledBy").asString()).isEqualTo(passed.id().toString());
        assertThat(steward.get(QUALITY + "/findings/" + settled.path("id").asString() + "/evidence")
                        .body())
                .contains("lamp-40");

        sql.execute("update cs_town.lamp set power = -5 where name = 'lamp-40'");
        runner.run(DATASET, Cause.HAND, Optional.empty());
        assertThat(onlyFinding().path("id")).isEqualTo(settled.path("id"));
        assertThat(onlyFinding().path("raised").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsToleratedRaisesNothingAndCountsInTheScore() {
        make("lamp-power", Map.of("type", "not-null", "field", "power"), Map.of("tolerance", 0.05, "weight", 3));
        make("lamp-name", Map.of("type", "unique", "fields", List.of("name")));
        QualityRun run = runner.run(DATASET, Cause.HAND, Optional.empty());

        assertThat(run.score().orElseThrow()).isEqualTo(100 * (3 * (41.0 / 42) + 1) / 4);
        assertThat(steward.get(QUALITY + "/findings").json().path("items").isEmpty())
                .isTrue();
        JsonNode board = steward.get(QUALITY + "/board").json();
        assertThat(board.at("/datasets/0/dataset").asString()).isEqualTo(DATASET);
        assertThat(board.at("/datasets/0/kinds/redundant").asDouble()).isEqualTo(100);
        assertThat(board.at("/datasets/0/days").size()).isEqualTo(1);
        assertThat(board.at("/departments/0/datasets").asInt()).isEqualTo(1);
    }

    @Test
    void aWithdrawnRuleSettlesItsFindingAndKeepsItsRuns() {
        make("lamp-power", Map.of("type", "range", "field", "power", "min", 0));
        QualityRun run = runner.run(DATASET, Cause.HAND, Optional.empty());
        Answer gone = steward.with("If-Match", "\"v1\"").delete(QUALITY + "/rules/lamp-power");
        assertThat(gone.status()).isEqualTo(204);
        runner.run(DATASET, Cause.HAND, Optional.empty());

        assertThat(onlyFinding().path("open").asBoolean()).isFalse();
        assertThat(steward.get(QUALITY + "/runs/" + run.id())
                        .json()
                        .path("results")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aRuleIsTriedBeforeItIsMade() {
        JsonNode trial = steward.post(
                        QUALITY + "/rules/try", rule("try-it", Map.of("type", "not-null", "field", "power"), Map.of()))
                .json();
        assertThat(trial.path("wouldRaise").asLong()).isEqualTo(1);
        assertThat(trial.path("rows").path(0).toString()).contains("lamp-41");
        Answer faulty = steward.post(
                QUALITY + "/rules", rule("bad", Map.of("type", "not-null", "field", "powr"), Map.of("severity", 9)));
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.body()).contains("/severity");
        Answer misspelt =
                steward.post(QUALITY + "/rules", rule("bad", Map.of("type", "not-null", "field", "powr"), Map.of()));
        assertThat(misspelt.body()).contains("did you mean power?");
        assertThat(steward.get(QUALITY + "/rules").json().path("items").isEmpty())
                .isTrue();
    }

    @Test
    void aProfileProposesRulesWithReasonsAndCountsThatAPersonDecidesOn() {
        assertThat(steward.post("/api/data/v1/datasets/town.lamps/profile", Map.of())
                        .status())
                .isEqualTo(202);
        Eventually.eventually("the proposals", () -> !proposals().isEmpty());
        JsonNode profile =
                steward.get("/api/data/v1/datasets/town.lamps/profile").json();
        assertThat(profile.at("/profile/rows").asLong()).isEqualTo(42);
        assertThat(field(profile, "power").path("nulls").asLong()).isEqualTo(1);
        assertThat(field(profile, "power").path("min").asString()).isEqualTo("-5");
        assertThat(field(profile, "keeper_phone").path("top").isEmpty()).isTrue();
        assertThat(profile.at("/profile/keys").toString()).contains("name");

        JsonNode missing = proposal("town-lamps-not-null-power");
        assertThat(missing.path("wouldRaise").asLong()).isEqualTo(1);
        assertThat(missing.at("/reason/zh").asString()).contains("1 行");
        Answer accepted = steward.post(
                QUALITY + "/proposals/" + missing.path("id").asString() + "/accept", Map.of("severity", 4));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        assertThat(steward.get(QUALITY + "/rules/town-lamps-not-null-power")
                        .json()
                        .path("severity")
                        .asInt())
                .isEqualTo(4);
        JsonNode other = proposals().getFirst();
        String address = QUALITY + "/proposals/" + other.path("id").asString() + "/dismiss";
        assertThat(steward.post(address, Map.of()).status()).isEqualTo(204);
        assertThat(steward.post(address, Map.of()).code()).isEqualTo("PROPOSAL_DECIDED");
    }

    @Test
    void theScoreThatALoadMustReachIsSetPerDataset() {
        String address = QUALITY + "/datasets/town.lamps";
        Answer first = steward.with("If-Match", "\"v0\"").put(address, Map.of("minimumScore", 90));
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(steward.get(address).json().path("minimumScore").asDouble()).isEqualTo(90);
        assertThat(steward.with("If-Match", "\"v1\"")
                        .put(address, Map.of("minimumScore", 190))
                        .code())
                .isEqualTo("RULE_FAULTY");
    }

    private List<JsonNode> proposals() {
        return steward.get(QUALITY + "/proposals?dataset=town.lamps")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private JsonNode proposal(String rule) {
        return proposals().stream()
                .filter(one -> one.at("/rule/id").asString().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(proposals().toString()));
    }

    private static JsonNode field(JsonNode profile, String name) {
        return profile.at("/profile/fields")
                .valueStream()
                .filter(field -> field.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode onlyFinding() {
        JsonNode items = steward.get(QUALITY + "/findings").json().path("items");
        assertThat(items.size()).isEqualTo(1);
        return items.path(0);
    }

    private void make(String id, Map<String, Object> check) {
        make(id, check, Map.of());
    }

    private void make(String id, Map<String, Object> check, Map<String, Object> more) {
        Answer made = steward.post(QUALITY + "/rules", rule(id, check, more));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    private static Map<String, Object> rule(String id, Map<String, Object> check, Map<String, Object> more) {
        Map<String, Object> rule = new java.util.HashMap<>(more);
        rule.put("id", id);
        rule.put("dataset", DATASET);
        rule.put("title", Map.of("zh", "规则", "en", "Rule"));
        rule.put("check", check);
        return rule;
    }
}
