package org.chengshu.cases.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.cases.testing.CasesWorld.CASES;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chengshu.cases.testing.CaseOnHand;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CasesTest
class SupportStoryTest {
    @Autowired
    CasesWorld world;

    @Autowired
    DSLContext db;

    private PeopleClient officer;
    private PeopleClient housing;
    private PeopleClient port;

    @BeforeEach
    void signIn() {
        officer = world.officer();
        housing = world.handlerOf("housing");
        port = world.handlerOf("port");
    }

    @Test
    void theLeadWaitsForItsSupportingDepartmentsOrSaysWhyNot() {
        CaseOnHand litter = inWork("housing");
        String task = post(officer, litter, "tasks", Map.of("department", "port", "words", "清理岸边", "share", 50), 201)
                .at("/items/0/id")
                .asString();

        assertThat(litter.tries(housing, "handled").code()).isEqualTo("CASE_SUPPORT_OPEN");
        assertThat(port.get(CASES + "/" + litter.id()).status()).isEqualTo(200);
        assertThat(port.get("/api/cases/v1/case-tasks").body()).contains(task);
        assertThat(housing.post(CASES + "/" + litter.id() + "/tasks/" + task + "/take", Map.of())
                        .code())
                .isEqualTo("CASE_NOT_YOURS");
        post(port, litter, "tasks/" + task + "/take", Map.of(), 200);
        assertThat(port.post(CASES + "/" + litter.id() + "/tasks/" + task + "/return", Map.of())
                        .code())
                .isEqualTo("CASE_REASON_MISSING");
        post(port, litter, "tasks/" + task + "/done", Map.of("reason", "已清理"), 200);
        assertThat(port.post(CASES + "/" + litter.id() + "/tasks/" + task + "/take", Map.of())
                        .code())
                .isEqualTo("CASE_TASK_NOT_NOW");

        litter.does(housing, "take", "handled");
        assertThat(litter.timeline()).contains("support-asked", "support-taken", "support-done", "handled");
        assertThat(db.fetch("select department, asked_of, state from facts.cases_task where id = ?", task)
                        .getFirst()
                        .intoList())
                .containsExactly("housing", "port", "done");
    }

    @Test
    void theLeadGoesOnWithoutThemWithAReason() {
        CaseOnHand litter = inWork("housing");
        post(housing, litter, "tasks", Map.of("department", "port", "words", "清理岸边"), 201);

        assertThat(litter.tries(housing, Map.of("action", "handled", "withoutSupport", true))
                        .code())
                .isEqualTo("CASE_REASON_MISSING");
        assertThat(litter.tries(housing, Map.of("action", "handled", "withoutSupport", true, "note", "岸边已无垃圾"))
                        .status())
                .isEqualTo(200);
        assertThat(officer.get(CASES + "/" + litter.id() + "/tasks")
                        .json()
                        .at("/items/0/state")
                        .asString())
                .isEqualTo("released");
    }

    @Test
    void anArbiterDecidesWhoseCaseItIs() {
        CaseOnHand litter = inWork("housing");
        PeopleClient arbiter = world.with("cases:read", "cases:arbitrate");

        assertThat(port.post(CASES + "/" + litter.id() + "/disputes", Map.of("reason", "不是我们的"))
                        .status())
                .isIn(403, 404);
        String dispute = post(housing, litter, "disputes", Map.of("reason", "属于码头范围", "department", "port"), 201)
                .at("/items/0/id")
                .asString();
        assertThat(litter.tries(housing, "return").code()).isEqualTo("CASE_DISPUTED");
        assertThat(housing.post(CASES + "/" + litter.id() + "/disputes/" + dispute + "/ruling", Map.of())
                        .status())
                .isEqualTo(403);
        post(arbiter, litter, "disputes/" + dispute + "/ruling", Map.of("department", "port", "reason", "在码头红线内"), 200);

        assertThat(litter.department()).isEqualTo("port");
        assertThat(litter.stage()).isEqualTo("handle");
        assertThat(litter.timeline()).endsWith("disputed", "arbitrated");
        litter.does(port, "take", "handled");
    }

    @Test
    void theThirdReturnOrTransferWithoutALeadIsSupervisedByItself() {
        CaseOnHand litter = inWork("housing");
        litter.does(housing, "return");
        dispatch(litter, "port");
        post(port, litter, "transfer", Map.of("department", "housing-site", "reason", "工地产生"), 200);
        assertThat(supervisions(litter)).isEmpty();
        litter.does(housing, "return");

        JsonNode raised = supervisions(litter);
        assertThat(raised).hasSize(1);
        assertThat(raised.at("/0/origin").asString()).isEqualTo("platform");
        assertThat(litter.timeline()).endsWith("return", "supervised");
    }

    @Test
    void aSupervisorDemandsAnAnswerAndJudgesIt() {
        CaseOnHand litter = inWork("housing");
        PeopleClient supervisor = world.with("cases:read", "cases:supervise");
        Map<String, Object> demand = Map.of(
                "level",
                2,
                "reason",
                "群众反映强烈",
                "answerDue",
                Instant.now().plusSeconds(3600).toString());

        String id = post(supervisor, litter, "supervisions", demand, 201)
                .at("/items/0/id")
                .asString();
        assertThat(supervisor
                        .post(CASES + "/" + litter.id() + "/supervisions", demand)
                        .code())
                .isEqualTo("CASE_SUPERVISION_NOT_NOW");
        String at = "supervisions/" + id;
        assertThat(supervisor
                        .post(CASES + "/" + litter.id() + "/" + at + "/judgement", Map.of("reason", "好"))
                        .code())
                .isEqualTo("CASE_SUPERVISION_NOT_NOW");
        post(housing, litter, at + "/answer", Map.of("reason", "今日内清完"), 200);
        post(
                supervisor,
                litter,
                at + "/judgement",
                Map.of(
                        "reason",
                        "没有说明原因",
                        "answerDue",
                        Instant.now().plusSeconds(600).toString()),
                200);
        post(housing, litter, at + "/answer", Map.of("reason", "车辆故障，已修复"), 200);
        post(supervisor, litter, at + "/judgement", Map.of("reason", "同意"), 200);

        JsonNode closed = supervisions(litter).path(0);
        assertThat(closed.path("state").asString()).isEqualTo("closed");
        assertThat(closed.path("refused").asInt()).isEqualTo(1);
        assertThat(db.fetch("select level, refused, on_time from facts.cases_supervision where id = ?", id)
                        .getFirst()
                        .intoList())
                .containsExactly(2, 1, true);
        assertThat(supervisor
                        .get("/api/cases/v1/supervisions?state=closed&level=2")
                        .body())
                .contains(id);
        assertThat(supervisor.get("/api/cases/v1/supervisions?level=3").body()).doesNotContain(id);
    }

    @Test
    void urgingReachesTheDepartmentAndIsLimited() {
        JsonNode receipt = officer.post(
                        "/api/cases/v1/reports", Map.of("kind", "litter", "area", "dock", "description", "树叶堆积"))
                .json();
        CaseOnHand litter = new CaseOnHand(world, receipt.path("caseId").asString());
        litter.does(officer, "accept", "file");
        dispatch(litter, "housing");

        post(officer, litter, "urges", Map.of("reason", "请尽快"), 201);
        assertThat(officer.post(CASES + "/" + litter.id() + "/urges", Map.of("reason", "请尽快"))
                        .code())
                .isEqualTo("CASE_URGED_ALREADY");
        Map<String, Object> mine = Map.of(
                "number", receipt.path("number").asString(),
                "code", receipt.path("code").asString(),
                "words", "等了三天");
        assertThat(world.client().post("/api/cases/v1/follow/urges", mine).status())
                .isEqualTo(201);
        assertThat(world.client().post("/api/cases/v1/follow/urges", mine).code())
                .isEqualTo("CASE_URGED_ALREADY");

        assertThat(officer.get(CASES + "/" + litter.id() + "/urges").json().path("items"))
                .hasSize(2);
        Eventually.eventually(
                "the inbox", () -> housing.get("/api/core/v1/notices").body().contains("等了三天"));
    }

    @Test
    void aDepartmentThatSupportsACaseFindsItOnItsDeskAndInItsLists() {
        CaseOnHand litter = inWork("housing");
        assertThat(port.get(CASES + "?mine=true&limit=500").body()).doesNotContain(litter.id());
        post(officer, litter, "tasks", Map.of("department", "port", "words", "清理岸边"), 201);

        assertThat(port.get(CASES + "?limit=500").body()).contains(litter.id());
        assertThat(port.get(CASES + "?mine=true&stage=open&limit=500").body()).contains(litter.id());
        assertThat(port.get("/api/core/v1/tasks?limit=500").body()).contains("待接协办", "/cases/" + litter.id());
        assertThat(litter.tries(port, Map.of("action", "note", "note", "下午到")).status())
                .isEqualTo(200);
        assertThat(litter.tries(port, "take").code()).isEqualTo("CASE_NOT_YOURS");
    }

    @Test
    void everyoneIsOfferedWhatHeMayDoNow() {
        CaseOnHand litter = inWork("housing");
        String task = post(officer, litter, "tasks", Map.of("department", "port", "words", "清理岸边"), 201)
                .at("/items/0/id")
                .asString();

        assertThat(offered(port, litter, "tasks", task)).containsExactly("take", "done", "return");
        assertThat(offered(port, litter, "tasks", litter.id())).isEmpty();
        assertThat(offered(housing, litter, "tasks", task)).containsExactly("release");
        assertThat(offered(housing, litter, "disputes", litter.id())).containsExactly("transfer", "dispute");
        assertThat(offered(officer, litter, "disputes", litter.id())).containsExactly("transfer");
        assertThat(offered(officer, litter, "urges", litter.id())).containsExactly("urge");
        post(officer, litter, "urges", Map.of("reason", "请尽快"), 201);
        assertThat(offered(officer, litter, "urges", litter.id())).isEmpty();
        assertThat(offered(housing, litter, "urges", litter.id())).isEmpty();
    }

    @Test
    void aDepartmentThatComesToLeadACaseSupportsItNoMore() {
        CaseOnHand litter = inWork("housing");
        post(officer, litter, "tasks", Map.of("department", "port", "words", "清理岸边"), 201);
        post(housing, litter, "transfer", Map.of("department", "port", "reason", "主要在码头"), 200);

        assertThat(officer.get(CASES + "/" + litter.id() + "/tasks")
                        .json()
                        .at("/items/0/state")
                        .asString())
                .isEqualTo("released");
        litter.does(port, "take", "handled");
    }

    @Test
    void whateverClosesACaseEndsWhatWasAskedAboutIt() {
        CaseOnHand litter = inWork("housing");
        PeopleClient leader = world.with("cases:read", "cases:supervise", "cases:override");
        post(housing, litter, "tasks", Map.of("department", "port", "words", "清理岸边"), 201);
        post(housing, litter, "disputes", Map.of("reason", "属于码头范围"), 201);
        post(leader, litter, "supervisions", demand(), 201);

        assertThat(litter.tries(leader, Map.of("action", "override-close", "note", "重复上报"))
                        .status())
                .isEqualTo(200);
        for (String what : new String[] {"tasks", "disputes", "supervisions"}) {
            JsonNode answer =
                    officer.get(CASES + "/" + litter.id() + "/" + what).json();
            assertThat(answer.at("/items/0/state").asString()).isIn("released", "lapsed", "closed");
            assertThat(answer.path("actions").values().stream().flatMap(JsonNode::valueStream))
                    .isEmpty();
        }
    }

    @Test
    void aSupervisedCaseIsNotClosedBeforeItsAnswerWasJudged() {
        CaseOnHand litter = inWork("housing");
        PeopleClient supervisor = world.with("cases:read", "cases:supervise");
        String at = "supervisions/"
                + post(supervisor, litter, "supervisions", demand(), 201)
                        .at("/items/0/id")
                        .asString();
        litter.does(housing, "take", "handled");

        assertThat(litter.tries(officer, "close").code()).isEqualTo("CASE_SUPERVISED");
        post(housing, litter, at + "/answer", Map.of("reason", "已清完"), 200);
        post(supervisor, litter, at + "/judgement", Map.of("reason", "同意"), 200);
        litter.does(officer, "close");
    }

    private static Map<String, Object> demand() {
        return Map.of(
                "reason", "群众反映强烈", "answerDue", Instant.now().plusSeconds(3600).toString());
    }

    private static List<String> offered(PeopleClient to, CaseOnHand of, String what, String about) {
        return to.get(CASES + "/" + of.id() + "/" + what)
                .json()
                .path("actions")
                .path(about)
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private JsonNode supervisions(CaseOnHand of) {
        return officer.get(CASES + "/" + of.id() + "/supervisions").json().path("items");
    }

    private JsonNode post(PeopleClient by, CaseOnHand of, String what, Map<String, ?> body, int status) {
        Answer answer = by.post(CASES + "/" + of.id() + "/" + what, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }

    private void dispatch(CaseOnHand of, String department) {
        Answer answer = of.tries(officer, Map.of("action", "dispatch", "department", department));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private CaseOnHand inWork(String department) {
        JsonNode made = officer.post(CASES, Map.of("kind", "litter", "title", "巷口垃圾", "area", "dock"))
                .json();
        CaseOnHand litter = new CaseOnHand(world, made.path("id").asString()).does(officer, "accept", "file");
        dispatch(litter, department);
        return litter;
    }
}
