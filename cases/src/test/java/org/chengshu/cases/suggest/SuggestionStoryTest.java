package org.chengshu.cases.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A desk that has sent cases to departments is told where one like them would go, and why. */
@CasesTest
class SuggestionStoryTest {
    @Autowired
    CasesWorld world;

    @Autowired
    Learner learner;

    @Autowired
    DSLContext db;

    @Test
    void aCaseLikeThoseOfADepartmentIsSuggestedForItWithTheCasesAndWordsThatSaySo() {
        String crane = sent("塔吊夜间施工噪声扰民", "housing-site");
        sent("工地塔吊通宵作业", "housing-site");
        sent("码头集装箱堆放占道", "port");
        String fresh = reported("塔吊深夜作业噪声很大", "east");

        learner.learnAgain();
        Eventually.eventually(
                "the desk has learned",
                () -> !suggestions(world.officer(), fresh).at("/departments/0").isMissingNode());

        JsonNode first = suggestions(world.officer(), fresh).at("/departments/0");
        assertThat(first.path("id").asString()).isEqualTo("housing-site");
        assertThat(first.path("share").asDouble()).isGreaterThan(0.5);
        assertThat(first.path("words").valueStream().map(JsonNode::asString)).contains("噪声");
        assertThat(first.path("like").valueStream().map(like -> like.path("id").asString()))
                .contains(crane);
        assertThat(suggestions(world.officer(), fresh).at("/kinds/0/title/zh").asString())
                .isEqualTo("垃圾暴露");
    }

    @Test
    void whatIsBeingTypedIsSuggestedForAsWellAsWhatIsACase() {
        sent("渣土车夜间抛洒滴漏", "housing-site");
        learner.learnAgain();
        Eventually.eventually(
                "the desk has learned",
                () -> asked("渣土车抛洒滴漏").at("/departments/0/id").asString("").equals("housing-site"));

        JsonNode first = asked("渣土车抛洒滴漏").at("/departments/0");
        assertThat(first.path("words").valueStream().map(JsonNode::asString)).contains("抛洒");
        assertThat(asked("").path("departments")).isEmpty();
        assertThat(world.officer()
                        .post("/api/cases/v1/suggestions", Map.of("text", "长".repeat(4_001)))
                        .code())
                .isEqualTo("CASE_REPORT_WRONG");
    }

    private JsonNode asked(String text) {
        return world.officer()
                .post("/api/cases/v1/suggestions", Map.of("text", text))
                .json();
    }

    @Test
    void whoDoesNotSeeACaseIsNotShownItAsAReason() {
        sent("广场舞音响扰民", "port");
        String west = reported("广场舞音响太吵", "west");
        learner.learnAgain();
        PeopleClient clerk = world.servingOnly("west", "cases:read");
        Eventually.eventually(
                "the desk has learned",
                () -> !suggestions(clerk, west).at("/departments/0").isMissingNode());

        assertThat(suggestions(clerk, west).at("/departments/0/like").size()).isZero();
    }

    @Test
    void aWordOfAFormerSystemCountsAsTheCategoryOfThatName() {
        String old = sent("路口井盖缺失有异响", "port");
        db.execute("update cs_cases.case_file set category = '井盖' where id = cast(? as uuid)", old);
        String fresh = reported("路口井盖缺失危险", "east");
        learner.learnAgain();
        Eventually.eventually(
                "the desk has learned",
                () -> !suggestions(world.officer(), fresh).at("/categories/0").isMissingNode());

        JsonNode first = suggestions(world.officer(), fresh).at("/categories/0");
        assertThat(first.path("id").asString()).isEqualTo("P0102");
        assertThat(first.at("/title/zh").asString()).isEqualTo("公用设施 / 井盖");
        assertThat(first.path("inUse").asBoolean()).isTrue();
    }

    private JsonNode suggestions(PeopleClient who, String id) {
        return who.get(CasesWorld.CASES + "/" + id + "/suggestions").json();
    }

    private String sent(String title, String department) {
        String id = reported(title, "east");
        act(id, "accept", Map.of());
        act(id, "file", Map.of());
        act(id, "dispatch", Map.of("department", department));
        return id;
    }

    private void act(String id, String action, Map<String, Object> more) {
        Map<String, Object> body = new java.util.HashMap<>(more);
        body.put("action", action);
        assertThat(world.officer()
                        .post(CasesWorld.CASES + "/" + id + "/actions", body)
                        .status())
                .isEqualTo(200);
    }

    private String reported(String title, String area) {
        return world.officer()
                .post(CasesWorld.CASES, Map.of("kind", "litter", "title", title, "area", area))
                .json()
                .path("id")
                .asString();
    }
}
