package org.chengshu.cases.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.cases.testing.CasesWorld.CASES;
import static org.chengshu.core.testing.Eventually.eventually;

import java.time.Instant;
import java.util.Map;
import org.chengshu.cases.testing.CaseOnHand;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CasesTest
class PartStoryTest {
    @Autowired
    CasesWorld world;

    @Autowired
    DSLContext db;

    private PeopleClient officer;
    private PeopleClient handler;
    private CaseOnHand lamp;

    @BeforeEach
    void aLampIsInWork() {
        officer = world.officer();
        handler = world.handlerOf("housing");
        String id = officer.post(CASES, Map.of("kind", "lamp-out", "title", "路灯不亮", "area", "east"))
                .json()
                .path("id")
                .asString();
        lamp = new CaseOnHand(world, id);
        lamp.tries(officer, Map.of("action", "dispatch", "department", "housing"));
    }

    @Test
    void aDepartmentIsAskedSeesTheCaseAndAnswersFromItsDesk() {
        PeopleClient port = world.memberOf("port", "cases:read", "cases:handle");
        String due = Instant.now().plusSeconds(86_400).toString();

        JsonNode page = ask(Map.of("words", "关闭该路段的供电", "department", "port", "due", due))
                .json();

        assertThat(page.path("open").asInt()).isEqualTo(1);
        assertThat(page.at("/items/0/departmentName/zh").asString()).isEqualTo("港务局");
        assertThat(port.get("/api/core/v1/tasks").body()).contains("关闭该路段的供电");
        awaitNotice(port, "关闭该路段的供电");
        assertThat(port.get(CASES + "/" + lamp.id()).status()).isEqualTo(200);
        assertThat(answer(handler, Map.of("done", true, "note", "x")).code()).isEqualTo("CASE_NOT_YOURS");
        assertThat(answer(port, Map.of("done", true)).code()).isEqualTo("CASE_REASON_MISSING");

        Answer done = answer(port, Map.of("done", true, "note", "已断电"));

        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.json().path("open").asInt()).isZero();
        assertThat(done.json().at("/items/0/note").asString()).isEqualTo("已断电");
        assertThat(lamp.timeline()).endsWith("part-asked", "part-done");
        awaitNotice(handler, "已断电");
        assertThat(port.get("/api/core/v1/tasks").body()).doesNotContain("关闭该路段的供电");
        assertThat(db.fetch("select asked_of, state, on_time from facts.cases_part where case_id = ?", lamp.id())
                        .getFirst()
                        .intoList())
                .containsExactly("port", "done", true);
    }

    @Test
    void onePersonIsAskedAndDeclinesWithAReason() {
        PeopleClient colleague = world.handlerOf("housing-site");
        String person = colleague.get("/api/core/v1/me").json().path("id").asString();

        ask(Map.of("words", "拍修复前的照片", "person", person));

        assertThat(handler.get("/api/core/v1/tasks").body()).doesNotContain("拍修复前的照片");
        assertThat(colleague.get("/api/core/v1/tasks").body()).contains("拍修复前的照片");
        assertThat(answer(colleague, Map.of("done", false, "note", "今天休假"))
                        .json()
                        .at("/items/0/state")
                        .asString())
                .isEqualTo("declined");
        assertThat(answer(colleague, Map.of("done", true, "note", "又办了")).code())
                .isEqualTo("CASE_PART_NOT_NOW");
    }

    @Test
    void whatNobodyAnsweredEndsWithTheCase() {
        ask(Map.of("words", "清点灯具", "department", "port"));
        lamp.does(handler, "handled");
        assertThat(page().path("open").asInt()).isEqualTo(1);

        lamp.does(officer, "close");

        eventually(
                "the end of the sub-task",
                () -> page().at("/items/0/state").asString().equals("ended"));
        assertThat(answer(world.handlerOf("port"), Map.of("done", true, "note", "x"))
                        .code())
                .isEqualTo("CASE_PART_NOT_NOW");
    }

    @Test
    void whoeverAskedTakesItBackAndFaultyWishesSayWhatIsWrong() {
        ask(Map.of("words", "多余的事", "department", "port"));
        String part = page().at("/items/0/id").asString();

        Answer back = handler.post(path() + "/" + part + "/withdrawal", Map.of("note", "不需要了"));

        assertThat(back.json().at("/items/0/state").asString()).isEqualTo("withdrawn");
        assertThat(ask(Map.of("words", "x")).body()).contains("CASE_PART_WRONG", "department or person");
        assertThat(ask(Map.of("words", "x", "department", "moon")).code()).isEqualTo("CASE_DEPARTMENT_WRONG");
        assertThat(ask(Map.of("words", "x", "department", "port", "due", "2020-01-01T00:00:00Z"))
                        .body())
                .contains("due");
        assertThat(world.handlerOf("port")
                        .post(path(), Map.of("words", "x", "department", "port"))
                        .code())
                .isEqualTo("CASE_NOT_YOURS");
    }

    private static void awaitNotice(PeopleClient who, String words) {
        eventually("the notice", () -> who.get("/api/core/v1/notices").body().contains(words));
    }

    private Answer ask(Map<String, Object> wish) {
        return handler.post(path(), wish);
    }

    private Answer answer(PeopleClient who, Map<String, Object> answer) {
        return who.post(path() + "/" + page().at("/items/0/id").asString() + "/answer", answer);
    }

    private JsonNode page() {
        return handler.get(path()).json();
    }

    private String path() {
        return CASES + "/" + lamp.id() + "/parts";
    }
}
