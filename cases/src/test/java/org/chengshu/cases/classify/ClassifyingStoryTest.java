package org.chengshu.cases.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.cases.testing.CasesWorld.CASES;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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
class ClassifyingStoryTest {
    @Autowired
    CasesWorld world;

    private PeopleClient officer;

    @BeforeEach
    void signIn() {
        officer = world.officer();
    }

    @Test
    void aCaseTellsItsCategoryWithAllThatIsAboveIt() {
        CaseOnHand lamp = reported("litter", "P0101");

        Answer told = officer.get(path(lamp));

        assertThat(told.header("ETag")).startsWith("\"v");
        assertThat(told.json().at("/place/treeTitle/zh").asString()).isEqualTo("部件");
        assertThat(told.json().at("/place/path").valueStream().map(step -> step.at("/name/en")
                        .asString()))
                .containsExactly("Utilities", "Street lamp");
        assertThat(lamp.now().path("category").asString()).isEqualTo("P0101");
        assertThat(lamp.now().at("/categoryName/zh").asString()).isEqualTo("路灯");
        assertThat(told.json().path("mayCategorise").asBoolean()).isTrue();
    }

    @Test
    void whoeverHandlesItPutsTheCategoryRightAndTheReasonStaysInItsHistory() {
        CaseOnHand lamp = reported("lamp-out", "P0101");
        lamp.tries(officer, Map.of("action", "dispatch", "department", "housing"));
        PeopleClient handler = world.handlerOf("housing");

        assertThat(change(handler, lamp, Map.of("category", "P0102")).code()).isEqualTo("CASE_REASON_MISSING");
        Answer done = change(handler, lamp, Map.of("category", "P0102", "reason", "是井盖"));

        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.json().at("/place/path/1/name/zh").asString()).isEqualTo("井盖");
        assertThat(lamp.timeline()).endsWith("categorised");
        JsonNode step =
                lamp.now().path("timeline").valueStream().reduce((a, b) -> b).orElseThrow();
        assertThat(step.path("note").asString()).isEqualTo("是井盖");
        assertThat(step.at("/values/was").asString()).isEqualTo("P0101");
        assertThat(step.at("/values/is").asString()).isEqualTo("P0102");
        assertThat(change(world.handlerOf("port"), lamp, Map.of("category", "P01", "reason", "x"))
                        .code())
                .isEqualTo("CASE_NOT_YOURS");
    }

    @Test
    void whoeverReadAnOlderStateIsToldInsteadOfUndoingWhatTheOtherDid() {
        CaseOnHand litter = reported("litter", "P0102");
        String tag = officer.get(path(litter)).header("ETag");
        litter.does(officer, "accept");

        Answer late = officer.with("If-Match", tag).put(path(litter), Map.of("category", "P01", "reason", "x"));

        assertThat(late.status()).isEqualTo(412);
        assertThat(officer.put(path(litter), Map.of("category", "P01", "reason", "x"))
                        .code())
                .isEqualTo("VERSION_NEEDED");
        assertThat(litter.now().path("category").asString()).isEqualTo("P0102");
    }

    @Test
    void aCategoryThatNoTreeHasIsRefused() {
        CaseOnHand litter = reported("litter", "P0102");

        Answer refused = change(officer, litter, Map.of("category", "P77", "reason", "x"));

        assertThat(refused.code()).isEqualTo("CASE_CATEGORY_WRONG");
        assertThat(refused.body()).contains("P77");
        assertThat(change(officer, litter, Map.of("category", "", "reason", "没有合适的"))
                        .status())
                .isEqualTo(200);
        assertThat(litter.now().path("category").asString("")).isEmpty();
    }

    @Test
    void theClocksFollowTheKindAndTheTimeUsedStays() {
        CaseOnHand litter = reported("litter", "P0102");
        Instant begun = Instant.parse(clock(litter, "accept").path("startedAt").asString());

        Answer done = change(officer, litter, Map.of("kind", "slow-litter", "reason", "按难办垃圾办"));

        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.json().path("kind").asString()).isEqualTo("slow-litter");
        assertThat(litter.stage()).isEqualTo("accept");
        JsonNode accept = clock(litter, "accept");
        assertThat(Instant.parse(accept.path("startedAt").asString())).isEqualTo(begun);
        assertThat(Instant.parse(accept.path("dueAt").asString())).isEqualTo(begun.plus(Duration.ofHours(6)));
        assertThat(Instant.parse(clock(litter, "whole").path("dueAt").asString()))
                .isEqualTo(begun.plus(Duration.ofDays(3)));
        assertThat(litter.timeline()).endsWith("kind-changed");
    }

    @Test
    void aCaseOfAKindThatThePlatformDispatchesGoesToWorkAtOnce() {
        CaseOnHand litter = reported("litter", "P0102");

        change(officer, litter, Map.of("kind", "lamp-fault", "category", "P0101", "reason", "是路灯"));

        assertThat(litter.stage()).isEqualTo("handle");
        assertThat(litter.department()).isEqualTo("housing");
        assertThat(litter.timeline()).endsWith("kind-changed", "categorised", "accept", "file", "dispatch");
    }

    @Test
    void theKindStaysOnceTheCaseIsInWorkAndWhereAnAlarmSaysIt() {
        CaseOnHand lamp = reported("lamp-fault", "P0101");
        CaseOnHand dusty = world.awaitCaseOf(world.station().raises("stray"));

        assertThat(change(officer, lamp, Map.of("kind", "litter", "reason", "x"))
                        .code())
                .isEqualTo("CASE_KIND_FIXED");
        assertThat(change(officer, dusty, Map.of("kind", "litter", "reason", "x"))
                        .code())
                .isEqualTo("CASE_KIND_FIXED");
        assertThat(officer.get(path(dusty)).json().path("mayChangeKind").asBoolean())
                .isFalse();
    }

    private CaseOnHand reported(String kind, String category) {
        Answer taken = officer.post(
                "/api/cases/v1/reports",
                Map.of("kind", kind, "category", category, "description", "路口有情况", "area", "east"));
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        return new CaseOnHand(world, taken.json().path("caseId").asString());
    }

    private Answer change(PeopleClient who, CaseOnHand of, Map<String, Object> body) {
        String tag = officer.get(path(of)).header("ETag");
        return who.with("If-Match", tag).put(path(of), new HashMap<>(body));
    }

    private JsonNode clock(CaseOnHand of, String name) {
        return officer.get(CASES + "/" + of.id() + "/clocks")
                .json()
                .path("clocks")
                .valueStream()
                .filter(clock -> clock.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String path(CaseOnHand of) {
        return CASES + "/" + of.id() + "/classification";
    }
}
