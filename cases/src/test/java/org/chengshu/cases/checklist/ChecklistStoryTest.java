package org.chengshu.cases.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.cases.testing.CasesWorld.CASES;

import java.util.Map;
import org.chengshu.cases.form.Checklists;
import org.chengshu.cases.testing.CaseOnHand;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CasesTest
class ChecklistStoryTest {
    @Autowired
    CasesWorld world;

    @Autowired
    Checklists lists;

    private PeopleClient officer;
    private PeopleClient handler;
    private CaseOnHand fence;

    @BeforeEach
    void aFenceIsBroken() {
        officer = world.officer();
        handler = world.handlerOf("housing");
        String id = officer.post(CASES, Map.of("kind", "fence", "title", "护栏损坏", "area", "east"))
                .json()
                .path("id")
                .asString();
        fence = new CaseOnHand(world, id);
        fence.tries(officer, Map.of("action", "dispatch", "department", "housing"));
    }

    @Test
    void aCaseIsNotReportedHandledWhileSomethingRequiredIsOpen() {
        Answer early = fence.tries(handler, "handled");

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("CASE_CHECKLIST_OPEN");
        assertThat(early.body()).contains("设置警示", "Put up a warning").doesNotContain("Sweep");
        assertThat(fence.stage()).isEqualTo("handle");

        JsonNode page = tick(handler, "warning").json();
        assertThat(page.path("open").asInt()).isZero();
        JsonNode line = page.at("/stages/0/items/0");
        assertThat(line.path("done").asBoolean()).isTrue();
        assertThat(line.path("by").asString()).isEqualTo("李处置");
        assertThat(line.path("at").asString()).isNotBlank();
        fence.does(handler, "handled");
        assertThat(fence.stage()).isEqualTo("verify");
    }

    @Test
    void aTickCanBeTakenBack() {
        tick(handler, "warning");
        Answer back = handler.post(path(), Map.of("item", "warning", "done", false));

        assertThat(back.json().path("open").asInt()).isEqualTo(1);
        assertThat(fence.tries(handler, "handled").code()).isEqualTo("CASE_CHECKLIST_OPEN");
    }

    @Test
    void workThatIsDoneAgainIsLookedAfterAgain() {
        tick(handler, "warning");
        fence.does(handler, "handled");
        assertThat(fence.tries(officer, "close").code()).isEqualTo("CASE_CHECKLIST_OPEN");
        fence.does(officer, "return");

        JsonNode page = page();
        assertThat(page.path("open").asInt()).isEqualTo(1);
        assertThat(page.at("/stages/0/items/0/done").asBoolean()).isFalse();
        assertThat(page.at("/stages/0/items/0/before").asBoolean()).isTrue();
        tick(handler, "warning");
        fence.does(handler, "handled");
        tick(officer, "seen");
        fence.does(officer, "close");
        assertThat(fence.stage()).isEqualTo("close");
        assertThat(tick(officer, "seen").code()).isEqualTo("CASE_ALREADY_CLOSED");
    }

    @Test
    void onlyThoseWhoWorkOnItTickAndOnlyWhatItsStageAsks() {
        assertThat(tick(world.handlerOf("port"), "warning").code()).isEqualTo("CASE_NOT_YOURS");
        assertThat(tick(handler, "seen").code()).isEqualTo("CASE_CHECKLIST_WRONG");
        assertThat(tick(handler, "nothing").body()).contains("nothing");
        assertThat(page().path("mayTick").asBoolean()).isTrue();
    }

    @Test
    void aKindWithoutListsHasNone() {
        assertThat(lists.of("litter")).isEmpty();
        assertThat(lists.of("fence").keySet()).containsExactly("handle", "verify");
    }

    private Answer tick(PeopleClient who, String item) {
        return who.post(path(), Map.of("item", item, "done", true));
    }

    private JsonNode page() {
        return handler.get(CASES + "/" + fence.id() + "/checklist").json();
    }

    private String path() {
        return CASES + "/" + fence.id() + "/checklist/marks";
    }
}
