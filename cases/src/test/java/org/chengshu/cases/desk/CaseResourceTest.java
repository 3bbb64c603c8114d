package org.chengshu.cases.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.cases.testing.CasesWorld.CASES;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengshu.cases.testing.CaseOnHand;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CasesTest
class CaseResourceTest {
    @Autowired
    CasesWorld world;

    private PeopleClient officer;

    @BeforeEach
    void signIn() {
        officer = world.officer();
    }

    @Test
    void aReportByAPersonIsAcceptedFiledDispatchedHandledAndClosedByPeople() {
        CaseOnHand litter = report(Map.of("kind", "litter", "title", "巷口垃圾", "area", "dock"));
        assertThat(litter.stage()).isEqualTo("accept");
        assertThat(litter.actionsFor(officer)).containsExactly("accept", "note");

        litter.does(officer, "accept", "file");
        assertThat(litter.tries(officer, Map.of("action", "dispatch", "department", "housing-site"))
                        .status())
                .isEqualTo(200);
        PeopleClient handler = world.handlerOf("housing");
        assertThat(litter.actionsFor(handler)).containsExactly("take", "handled", "return", "note");
        litter.does(handler, "take", "handled").does(officer, "close");

        JsonNode closed = litter.now();
        assertThat(closed.path("stage").asString()).isEqualTo("close");
        assertThat(closed.path("closedBy").asString()).isEqualTo("officer");
        assertThat(closed.path("handler").asString()).isEqualTo("李处置");
        assertThat(closed.path("areaPath").asString()).isEqualTo("/city/east/dock/");
        assertThat(closed.at("/closures/0/who").asString()).isEqualTo("Person");
        assertThat(litter.timeline())
                .containsExactly("report", "accept", "file", "dispatch", "take", "handled", "close");
    }

    @Test
    void anActionAtTheWrongTimeIsAConflict() {
        CaseOnHand litter = report(Map.of("kind", "litter", "title", "垃圾", "area", "east"));

        assertThat(litter.tries(world.handlerOf("housing"), "handled").code()).isEqualTo("CASE_NOT_YOURS");
        assertThat(litter.tries(officer, "dispatch").code()).isEqualTo("CASE_ACTION_NOT_NOW");
        assertThat(litter.tries(officer, "dispatch").status()).isEqualTo(409);
        assertThat(litter.tries(officer, "dance").code()).isEqualTo("CASE_ACTION_UNKNOWN");
        litter.does(officer, "accept", "file");
        assertThat(litter.tries(officer, "dispatch").code()).isEqualTo("CASE_DEPARTMENT_WRONG");
    }

    @Test
    void nobodyVerifiesWhatHeHandledHimself() {
        CaseOnHand litter = report(Map.of("kind", "litter", "title", "巷口垃圾", "area", "dock"));
        PeopleClient both = world.with("cases:read", "cases:dispatch", "cases:handle");
        litter.does(both, "accept", "file");
        litter.tries(both, Map.of("action", "dispatch", "department", "housing-site"));
        litter.does(both, "take", "handled");

        assertThat(litter.actionsFor(both)).doesNotContain("close");
        assertThat(litter.tries(both, "close").code()).isEqualTo("DUTIES_SEPARATED");
        litter.does(officer, "close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lot 7", "lOT 7%_", "古", "古榕", "榕树下积水", "下积水 Lot"})
    void aCaseIsFoundByAnyPieceOfItsTitle(String piece) {
        String title = "古榕树下积水 Lot 7%_";
        JsonNode found =
                report(Map.of("kind", "litter", "title", title, "area", "dock")).now();

        assertThat(titlesOf(piece)).contains(title);
        assertThat(titlesOf(found.path("number").asString())).containsExactly(title);
        assertThat(titlesOf("水下榕古")).doesNotContain(title);
        assertThat(titlesOf("古积水")).doesNotContain(title);
    }

    private List<String> titlesOf(String words) {
        return officer.get(CASES + "?limit=200&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.at("/title/zh").asString())
                .toList();
    }

    @Test
    void onlyTheDepartmentOfACaseHandlesIt() {
        CaseOnHand dust = world.awaitCaseOf(world.station().raises("dusty"));

        assertThat(dust.tries(world.handlerOf("port"), "take").status()).isEqualTo(403);
        assertThat(dust.tries(officer, "take").code()).isEqualTo("FORBIDDEN");
        dust.does(world.handlerOf("housing-site"), "take");
    }

    @Test
    void aDepartmentSendsBackWhatIsNotItsOwn() {
        CaseOnHand dust = world.awaitCaseOf(world.station().raises("dusty"));

        dust.does(world.handlerOf("housing"), "take", "return");

        assertThat(dust.stage()).isEqualTo("dispatch");
        assertThat(dust.department()).isEmpty();
        assertThat(dust.now().path("handler").isNull()).isTrue();
        assertThat(dust.tries(officer, Map.of("action", "dispatch", "department", "port", "handler", "赵港务"))
                        .status())
                .isEqualTo(200);
        assertThat(dust.department()).isEqualTo("port");
        assertThat(dust.now().path("handler").asString()).isEqualTo("赵港务");
    }

    @Test
    void nobodyClosesACaseThatTheSensorVerifiesExceptByOverrideWithAReason() {
        CaseOnHand dust = world.awaitCaseOf(world.station().raises("dusty")).handled();
        PeopleClient leader = world.leader();

        assertThat(dust.tries(officer, "close").code()).isEqualTo("CASE_VERIFIED_BY_SENSOR");
        assertThat(dust.tries(officer, "override-close").status()).isEqualTo(403);
        assertThat(dust.tries(leader, Map.of("action", "override-close")).code())
                .isEqualTo("CASE_REASON_MISSING");
        assertThat(dust.tries(leader, Map.of("action", "override-close", "reason", "探头已拆除"))
                        .status())
                .isEqualTo(200);

        JsonNode closed = dust.now();
        assertThat(closed.path("closedBy").asString()).isEqualTo("officer");
        assertThat(closed.at("/closures/0/override").asBoolean()).isTrue();
        assertThat(closed.at("/closures/0/reason").asString()).isEqualTo("探头已拆除");
        assertThat(leader.get("/api/core/v1/audit?event=case.closed-by-override")
                        .body())
                .contains("探头已拆除");
        assertThat(dust.tries(leader, "override-close").code()).isEqualTo("CASE_ALREADY_CLOSED");
    }

    @Test
    void whoServesOneDistrictSeesNothingOfTheOthers() {
        CaseOnHand inTheEast = world.awaitCaseOf(world.station().raises("dusty"));
        CaseOnHand inTheWest =
                world.awaitCaseOf(world.station().at("/city/west/").raises("dusty"));
        PeopleClient west = world.servingOnly("west", "cases:*");

        assertThat(ids(west, "limit=500")).contains(inTheWest.id()).doesNotContain(inTheEast.id());
        assertThat(west.get(CASES + "/" + inTheEast.id()).status()).isEqualTo(404);
        assertThat(inTheEast.tries(west, "note").status()).isEqualTo(404);
        assertThat(west.get(CASES + "/" + inTheWest.id()).status()).isEqualTo(200);
        assertThat(west.get("/api/core/v1/trace/case/" + inTheEast.id()).status())
                .isEqualTo(404);
        assertThat(west.post(CASES, Map.of("kind", "litter", "title", "垃圾", "area", "east"))
                        .code())
                .isEqualTo("CASE_PLACE_UNKNOWN");
    }

    @Test
    void theHandlersDeskShowsTheCasesOfTheDepartmentAndThoseBelow() {
        CaseOnHand dust = world.awaitCaseOf(world.station().raises("dusty"));
        PeopleClient housing = world.handlerOf("housing");
        PeopleClient port = world.handlerOf("port");

        assertThat(ids(housing, "mine=true&stage=handle&limit=500")).contains(dust.id());
        assertThat(ids(port, "mine=true&limit=500")).doesNotContain(dust.id());
        assertThat(housing.get("/api/core/v1/tasks").body()).contains(dust.id());
        assertThat(port.get("/api/core/v1/tasks").body()).doesNotContain(dust.id());
    }

    @Test
    void theOfficersDeskShowsWhatWaitsForADecision() {
        CaseOnHand litter = report(Map.of("kind", "litter", "title", "等待受理", "area", "east"));

        assertThat(officer.get("/api/core/v1/tasks").body()).contains(litter.id());
    }

    @Test
    void aReportFindsItsAreaByItsPosition() {
        CaseOnHand litter = report(Map.of("kind", "litter", "title", "垃圾", "position", List.of(121.5, 31.5)));

        assertThat(litter.now().path("areaPath").asString()).isEqualTo("/city/west/");
        assertThat(litter.now().at("/position/longitude").asDouble()).isEqualTo(121.5);
    }

    @Test
    void aFaultyReportSaysWhatIsWrong() {
        assertThat(officer.post(CASES, Map.of("kind", "litter", "area", "east")).code())
                .isEqualTo("CASE_REPORT_WRONG");
        assertThat(officer.post(CASES, Map.of("kind", "x", "title", "t")).code())
                .isEqualTo("CASE_KIND_UNKNOWN");
        assertThat(officer.post(CASES, Map.of("kind", "litter", "title", "t", "area", "moon"))
                        .code())
                .isEqualTo("CASE_PLACE_UNKNOWN");
        assertThat(officer.post(CASES, Map.of("kind", "litter", "title", "t", "position", List.of(500, 1)))
                        .code())
                .isEqualTo("CASE_REPORT_WRONG");
    }

    @Test
    void filtersAndPages() {
        List<String> reported = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            reported.addFirst(report(Map.of("kind", "litter", "title", "特别的垃圾 needle", "area", "dock"))
                    .id());
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = officer.get(CASES + "?q=needle&kind=litter&area=dock&limit=2" + cursor)
                    .json();
            seen.addAll(ids(page));
            cursor = page.path("next").isString()
                    ? "&cursor=" + page.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(seen).isEqualTo(reported);
        assertThat(officer.get(CASES + "?stage=dreaming").code()).isEqualTo("CASE_FILTER_WRONG");
        assertThat(officer.get(CASES + "?standing=late").code()).isEqualTo("CASE_FILTER_WRONG");
    }

    @Test
    void aStageThatTakesTooLongIsOverdue() {
        CaseOnHand litter = report(Map.of("kind", "litter", "title", "垃圾", "area", "east"));
        assertThat(ids(officer, "standing=on-time&limit=500")).contains(litter.id());

        litter.does(officer, "accept", "file");

        Eventually.eventually(
                "overdue", () -> litter.now().path("standing").asString().equals("overdue"));
        assertThat(ids(officer, "standing=overdue&limit=500")).contains(litter.id());
        assertThat(officer.get(CASES + "/counts").json().path("overdue").asInt())
                .isPositive();
    }

    @Test
    void countsByStageAndWhatWasClosedToday() {
        JsonNode before = officer.get(CASES + "/counts").json();
        report(Map.of("kind", "litter", "title", "垃圾", "area", "east"));
        CaseOnHand gone = report(Map.of("kind", "litter", "title", "垃圾", "area", "east"));
        gone.does(world.leader(), "override-close");

        JsonNode after = officer.get(CASES + "/counts").json();

        assertThat(grown(before, after, "/byStage/accept")).isGreaterThanOrEqualTo(1);
        assertThat(grown(before, after, "/closedToday")).isGreaterThanOrEqualTo(1);
    }

    @Test
    void theChainLeadsFromTheAlarmToTheClosure() {
        var station = world.station();
        var alarm = station.raises("brief");
        CaseOnHand passing = world.awaitCaseOf(alarm);
        station.clears("brief");
        passing.awaitStage("close");

        Answer trace = world.with("alarm:read", "cases:read").get("/api/core/v1/trace/alarm/" + alarm);

        assertThat(trace.body())
                .contains(passing.id())
                .contains("\"kind\":\"evidence\"")
                .contains("\"kind\":\"closure\"");
        assertThat(world.with("alarm:read")
                        .get("/api/core/v1/trace/alarm/" + alarm)
                        .body())
                .doesNotContain("\"kind\":\"closure\"");
    }

    @Test
    void tellsTheKindsOfCasesThatMayBeReported() {
        assertThat(officer.get("/api/cases/v1/kinds").body()).contains("litter").contains("Dust at a site");
    }

    private CaseOnHand report(Map<String, Object> body) {
        Answer answer = officer.post(CASES, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return new CaseOnHand(world, answer.json().path("id").asString());
    }

    private static List<String> ids(PeopleClient person, String query) {
        return ids(person.get(CASES + "?" + query).json());
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static int grown(JsonNode before, JsonNode after, String pointer) {
        return after.at(pointer).asInt() - before.at(pointer).asInt();
    }
}
