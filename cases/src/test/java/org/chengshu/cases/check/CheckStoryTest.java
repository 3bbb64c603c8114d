package org.chengshu.cases.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengshu.cases.testing.CaseOnHand;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.images.Pictures;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CasesTest
class CheckStoryTest {
    private static final String CHECKS = "/api/cases/v1/checks";
    private static final Map<String, Object> HERE = Map.of("longitude", 121.5, "latitude", 31.5);
    private static final Map<String, Object> NEAR_BY = Map.of("longitude", 121.501, "latitude", 31.5);

    @Autowired
    CasesWorld world;

    @Autowired
    DSLContext db;

    private PeopleClient grid;
    private PeopleClient operator;

    @BeforeEach
    void signIn() {
        grid = world.with("cases:read", "cases:check");
        operator = world.with("cases:read", "cases:call-back", "cases:contact");
    }

    @Test
    void aGridWorkerSendsBackWhatWasNotPutRightAndClosesWhatWas() {
        CaseOnHand tree = reported("tree-down").handled().awaitStage("verify");
        JsonNode check = awaitCheck(tree, "grid", "open");
        assertThat(tree.tries(world.officer(), "close").code()).isEqualTo("CASE_VERIFIED_BY_CHECK");

        assertThat(answer(grid, check, Map.of("passed", false)).body()).contains("CHECK_WRONG", "/note");
        answered(grid, check, Map.of("passed", false, "note", "树枝还在路上", "position", NEAR_BY));

        assertThat(tree.stage()).isEqualTo("handle");
        assertThat(tree.timeline()).endsWith("check-asked", "check-failed");
        JsonNode failed = awaitCheck(tree, "grid", "failed");
        assertThat(failed.path("metres").asInt()).isBetween(90, 100);
        assertThat(failed.path("note").asString()).isEqualTo("树枝还在路上");

        tree.handled().awaitStage("verify");
        JsonNode again = awaitCheck(tree, "grid", "open");
        Answer photo = grid.postBytes(CHECKS + "/" + again.path("id").asString() + "/photos", Pictures.jpeg());
        assertThat(photo.status()).as(photo.body()).isEqualTo(201);
        answered(grid, again, Map.of("passed", true, "position", HERE));

        assertThat(tree.stage()).isEqualTo("close");
        assertThat(tree.now().path("closedBy").asString()).isEqualTo("check");
        assertThat(one(grid, again).path("photos")).hasSize(1);
        assertThat(answer(grid, again, Map.of("passed", true)).code()).isEqualTo("CHECK_ENDED");
    }

    @Test
    void whoeverHandledACaseNeverChecksIt() {
        PeopleClient both = world.memberOf("housing", "cases:read", "cases:handle", "cases:check");
        CaseOnHand tree = reported("tree-down").does(both, "take", "handled").awaitStage("verify");
        JsonNode check = awaitCheck(tree, "grid", "open");

        Answer refused = answer(both, check, Map.of("passed", true));
        assertThat(refused.code()).isEqualTo("DUTIES_SEPARATED");
        assertThat(refused.body()).contains("处置过该案件的人不能核查该案件");
        assertThat(one(both, check).at("/refusal/en").asString()).contains("whoever handled it");
        assertThat(ids(both.get(CHECKS + "?mine=true")))
                .doesNotContain(check.path("id").asString());
        assertThat(ids(grid.get(CHECKS + "?mine=true&limit=500")))
                .contains(check.path("id").asString());
        assertThat(grid.get("/api/core/v1/tasks").body())
                .contains(check.path("id").asString());
        assertThat(answer(world.officer(), check, Map.of("passed", true)).status())
                .isEqualTo(403);
    }

    @Test
    void whatSomebodyTookNobodyElseAnswers() {
        CaseOnHand tree = reported("tree-down").handled().awaitStage("verify");
        JsonNode check = awaitCheck(tree, "grid", "open");
        assertThat(grid.post(CHECKS + "/" + check.path("id").asString() + "/take", Map.of())
                        .status())
                .isEqualTo(200);

        PeopleClient other = world.with("cases:read", "cases:check");
        assertThat(answer(other, check, Map.of("passed", true)).code()).isEqualTo("CHECK_TAKEN");
        answered(grid, check, Map.of("passed", true));
        assertThat(tree.stage()).isEqualTo("close");
    }

    @Test
    void theReporterIsCalledAndASatisfiedOneClosesTheCase() {
        CaseOnHand noise = reportedBy("noise", "王先生").handled().awaitStage("verify");
        JsonNode call = awaitCheck(noise, "callback", "open");
        assertThat(operator.post("/api/cases/v1/reports/" + call.path("report").asString() + "/contact", Map.of())
                        .json()
                        .path("phone")
                        .asString())
                .isEqualTo("13912345678");
        assertThat(grid.post("/api/cases/v1/reports/" + call.path("report").asString() + "/contact", Map.of())
                        .status())
                .isEqualTo(403);

        assertThat(answer(operator, call, Map.of("solved", true)).body()).contains("/score");
        answered(operator, call, Map.of("reached", false, "note", "无人接听"));
        assertThat(one(operator, call).path("tries").asInt()).isEqualTo(1);
        answered(operator, call, Map.of("solved", true, "score", 4, "note", "处理及时"));

        assertThat(noise.stage()).isEqualTo("close");
        assertThat(noise.timeline()).endsWith("check-missed", "check-passed");
    }

    @Test
    void whoeverDisagreesSendsTheCaseBack() {
        CaseOnHand noise = reportedBy("noise", "王先生").handled().awaitStage("verify");
        JsonNode call = awaitCheck(noise, "callback", "open");

        answered(operator, call, Map.of("solved", false, "score", 1, "note", "夜里还在响"));

        assertThat(noise.stage()).isEqualTo("handle");
        assertThat(awaitCheck(noise, "callback", "failed").path("score").asInt())
                .isEqualTo(1);
    }

    @Test
    void anOfficerVerifiesWhereNobodyCanBeReached() {
        CaseOnHand unreached = reportedBy("noise", "王先生").handled().awaitStage("verify");
        JsonNode call = awaitCheck(unreached, "callback", "open");
        for (int i = 0; i < 3; i++) {
            answered(operator, call, Map.of("reached", false));
        }
        assertThat(unreached.timeline()).endsWith("check-missed", "left-to-officer");
        assertThat(unreached.does(world.officer(), "close").stage()).isEqualTo("close");

        CaseOnHand anonymous = reported("noise").handled().awaitStage("verify");
        Eventually.eventually("left to an officer", () -> anonymous.timeline().contains("left-to-officer"));
        assertThat(anonymous.does(world.officer(), "close").stage()).isEqualTo("close");
    }

    @Test
    void severalVerifiersAllHaveToAgree() {
        CaseOnHand leak = reportedBy("leak", "王先生").handled().awaitStage("verify");
        assertThat(leak.tries(world.officer(), "close").code()).isEqualTo("CASE_CHECK_OPEN");
        answered(grid, awaitCheck(leak, "grid", "open"), Map.of("passed", true));
        assertThat(leak.tries(world.officer(), "close").body()).contains("callback");
        answered(operator, awaitCheck(leak, "callback", "open"), Map.of("solved", true, "score", 5));

        assertThat(leak.stage()).isEqualTo("verify");
        assertThat(leak.does(world.officer(), "close").stage()).isEqualTo("close");
    }

    @Test
    void aContentSensorWaitsForTheGridWorker() {
        CasesWorld.Station station = world.station();
        CaseOnHand dust = world.awaitCaseOf(station.raises("watched"));
        dust.handled().awaitStage("verify");
        JsonNode check = awaitCheck(dust, "grid", "open");
        station.clears("watched");
        Eventually.eventually(
                "the sensor is content",
                () -> dust.now().at("/verification/eligibleAt").isString()
                        && java.time.Instant.parse(dust.now()
                                        .at("/verification/eligibleAt")
                                        .asString())
                                .isBefore(java.time.Instant.now()));
        assertThat(dust.stage()).isEqualTo("verify");

        answered(grid, check, Map.of("passed", true));

        dust.awaitStage("close");
        assertThat(dust.now().path("closedBy").asString()).isEqualTo("sensor");
    }

    @Test
    void aSampledCaseThatWasNotPutRightIsReopenedAndCountsAgainstItsCloser() {
        CaseOnHand poster = reportedBy("poster", "王先生").handled().awaitStage("close");
        JsonNode call = awaitCheck(poster, "callback", "open");
        assertThat(call.path("cause").asString()).isEqualTo("sample");
        assertThat(poster.timeline()).endsWith("sampled");

        answered(operator, call, Map.of("solved", false, "score", 2, "note", "根本没清理"));

        assertThat(poster.stage()).isEqualTo("handle");
        assertThat(poster.timeline()).endsWith("check-failed", "false-closure");
        JsonNode step = last(poster);
        assertThat(step.at("/values/post").asString()).isEqualTo("handler");
        assertThat(step.at("/values/department").asString()).isEqualTo("housing");
        assertThat(step.at("/values/closer").asString()).isEqualTo("李处置");
        assertThat(step.path("note").asString()).isEqualTo("根本没清理");
        assertThat(poster.now().path("reopened").asInt()).isEqualTo(1);
    }

    @Test
    void theCheckerOfACaseIsNotSentAgainToSampleIt() {
        CaseOnHand tree = reported("tree-down").handled().awaitStage("verify");
        answered(grid, awaitCheck(tree, "grid", "open"), Map.of("passed", true));
        JsonNode sample = awaitCheck(tree, "grid", "open");

        Answer refused = answer(grid, sample, Map.of("passed", true));
        assertThat(refused.body()).contains("结过该案件的人不能核查该案件");

        answered(world.with("cases:read", "cases:check"), sample, Map.of("passed", false, "note", "还在"));
        assertThat(last(tree).at("/values/post").asString()).isEqualTo("checker");
    }

    @Test
    void aCheckLapsesWhenItsCaseMovesOn() {
        CaseOnHand tree = reported("tree-down").handled().awaitStage("verify");
        awaitCheck(tree, "grid", "open");
        tree.does(world.officer(), "return");

        awaitCheck(tree, "grid", "lapsed");
        assertThat(db.fetch("select 1 from facts.cases_check where case_id = ? and state = 'lapsed'", tree.id()))
                .hasSize(1);
    }

    @Test
    void checksComeAsATableAndFaultyFiltersAreNamed() {
        assertThat(grid.get(CHECKS + "?format=csv").body()).contains("案件号");
        assertThat(grid.get(CHECKS + "?way=drone").code()).isEqualTo("CASE_FILTER_WRONG");
        assertThat(grid.get(CHECKS + "/00000000-0000-0000-0000-000000000000").code())
                .isEqualTo("CHECK_UNKNOWN");
    }

    private CaseOnHand reported(String kind) {
        return take(Map.of(
                "kind",
                kind,
                "description",
                "测试",
                "area",
                "dock",
                "position",
                List.of(121.5, 31.5),
                "anonymous",
                true));
    }

    private CaseOnHand reportedBy(String kind, String name) {
        return take(Map.of(
                "kind",
                kind,
                "channel",
                "hotline",
                "description",
                "测试",
                "area",
                "dock",
                "reporter",
                Map.of("name", name, "phone", "13912345678")));
    }

    private CaseOnHand take(Map<String, Object> body) {
        Answer answer = world.officer().post("/api/cases/v1/reports", new HashMap<>(body));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return new CaseOnHand(world, answer.json().path("caseId").asString()).awaitStage("handle");
    }

    private JsonNode awaitCheck(CaseOnHand of, String way, String state) {
        String path = CHECKS + "?case=" + of.id() + "&way=" + way + "&state=" + state;
        Eventually.eventually(
                state + " check of " + of.id(),
                () -> !world.officer().get(path).json().path("items").isEmpty());
        return world.officer().get(path).json().path("items").get(0);
    }

    private static Answer answer(PeopleClient person, JsonNode check, Map<String, Object> body) {
        return person.post(CHECKS + "/" + check.path("id").asString() + "/answer", body);
    }

    private static void answered(PeopleClient person, JsonNode check, Map<String, Object> body) {
        Answer answer = answer(person, check, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static JsonNode one(PeopleClient person, JsonNode check) {
        return person.get(CHECKS + "/" + check.path("id").asString()).json();
    }

    private static List<String> ids(Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static JsonNode last(CaseOnHand of) {
        JsonNode timeline = of.now().path("timeline");
        return timeline.get(timeline.size() - 1);
    }
}
