package org.chengshu.cases.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.cases.testing.CasesWorld.CASES;

import java.util.List;
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
class MergingStoryTest {
    private static final String REPORTS = "/api/cases/v1/reports";

    @Autowired
    CasesWorld world;

    @Autowired
    DSLContext db;

    private PeopleClient officer;

    @BeforeEach
    void signIn() {
        officer = world.officer();
    }

    @Test
    void aDuplicateIsPutAsideAndTakenOutAsItWasItsClocksHavingStood() {
        JsonNode first = report("学校门口积水严重", 121.5, 31.5);
        JsonNode second = report("学校门口有积水", 121.5005, 31.5);
        CaseOnHand stays = caseOf(first);
        CaseOnHand aside = caseOf(second).does(officer, "accept");
        String before = row(aside);
        List<String> running = clocks(aside);
        int open = officer.get(CASES + "/counts").json().path("open").asInt();

        Answer merged =
                officer.post(CASES + "/" + aside.id() + "/merge", Map.of("into", stays.id(), "reason", "同一处积水"));
        assertThat(merged.status()).as(merged.body()).isEqualTo(200);

        assertThat(aside.now().path("closedBy").asString()).isEqualTo("merged");
        assertThat(aside.actionsFor(officer)).containsExactly("note");
        assertThat(aside.tries(officer, "reopen").code()).isEqualTo("CASE_MERGE_WRONG");
        assertThat(stays.now().path("reports")).hasSize(2);
        assertThat(stays.timeline()).endsWith("merged-in");
        assertThat(officer.get(CASES + "/counts").json().path("open").asInt()).isEqualTo(open - 1);
        assertThat(db.fetch("select 1 from facts.cases_case where id = ?", aside.id()))
                .isEmpty();
        assertThat(db.fetch("select 1 from facts.cases_report where case_id = ?", stays.id()))
                .hasSize(2);
        JsonNode told = follow(second);
        assertThat(told.path("merged").asBoolean()).isTrue();
        assertThat(told.path("stage").asString()).isEqualTo("accept");

        assertThat(officer.post(CASES + "/" + aside.id() + "/unmerge", Map.of("reason", "不是一处"))
                        .status())
                .isEqualTo(200);
        assertThat(row(aside)).isEqualTo(before);
        assertThat(clocks(aside)).containsExactlyInAnyOrderElementsOf(running);
        assertThat(stays.now().path("reports")).hasSize(1);
        assertThat(aside.timeline()).containsExactly("report", "accept", "merged", "unmerged");
        assertThat(follow(second).path("stage").asString()).isEqualTo("file");
    }

    @Test
    void reportersWithAnAccountAreToldInTheirInbox() {
        PeopleClient reporter = world.with("cases:read", "cases:report");
        JsonNode mine = reporter.post(REPORTS, Map.of("kind", "street-dirt", "area", "dock", "description", "树叶堆积"))
                .json();
        JsonNode other = report("树叶堆积", 121.9, 31.9);

        officer.post(
                CASES + "/" + mine.path("caseId").asString() + "/merge",
                Map.of("into", other.path("caseId").asString(), "reason", "重复"));

        org.chengshu.core.testing.Eventually.eventually("the inbox", () -> reporter.get("/api/core/v1/notices")
                .body()
                .contains(mine.path("caseNumber").asString()));
    }

    @Test
    void similarCasesNearByAreToldWithTheirReasons() {
        JsonNode near = report("井盖松动有异响", 121.2, 31.2);
        report("井盖松动有异响", 121.3, 31.2);

        JsonNode found = officer.post(
                        "/api/cases/v1/similar-cases",
                        Map.of(
                                "kind", "street-dirt",
                                "text", "井盖松动，夜里有异响",
                                "position", Map.of("longitude", 121.2001, "latitude", 31.2)))
                .json()
                .path("items");

        assertThat(found).hasSize(1);
        assertThat(found.at("/0/of/id").asString())
                .isEqualTo(near.path("caseId").asString());
        assertThat(found.at("/0/metres").asInt()).isBetween(5, 15);
        assertThat(found.at("/0/likeness/score").asDouble()).isGreaterThan(0.7);
        assertThat(found.at("/0/likeness/sameKind").asBoolean()).isTrue();
    }

    @Test
    void whatCannotBeMergedIsRefusedWithTheReason() {
        JsonNode one = report("一", 121.6, 31.6);
        CaseOnHand dust = world.awaitCaseOf(world.station().raises("dusty"));

        assertThat(merge(one.path("caseId").asString(), one.path("caseId").asString()))
                .contains("its own duplicate");
        assertThat(merge(dust.id(), one.path("caseId").asString())).contains("opened by an alarm");
        assertThat(merge(one.path("caseId").asString(), dust.id())).contains(dust.id());
        assertThat(officer.post(CASES + "/" + dust.id() + "/unmerge", Map.of("reason", "x"))
                        .code())
                .isEqualTo("CASE_MERGE_WRONG");
        assertThat(officer.post(CASES + "/" + dust.id() + "/unmerge", Map.of()).code())
                .isEqualTo("CASE_REASON_MISSING");
    }

    @Test
    void guessingCodesIsSlow() {
        JsonNode receipt = report("查询", 121.7, 31.7);
        List<Integer> answers = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> world.client()
                        .post(
                                "/api/cases/v1/follow",
                                Map.of("number", receipt.path("number").asString(), "code", "AAAAAAA" + i))
                        .status())
                .toList();

        assertThat(answers).contains(404).endsWith(429);
    }

    private String merge(String aside, String into) {
        return officer.post(CASES + "/" + aside + "/merge", Map.of("into", into, "reason", "重复"))
                .body();
    }

    private JsonNode follow(JsonNode receipt) {
        Answer answer = world.client()
                .post(
                        "/api/cases/v1/follow",
                        Map.of(
                                "number", receipt.path("number").asString(),
                                "code", receipt.path("code").asString()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String row(CaseOnHand of) {
        return db.fetchSingle("""
                        select (to_jsonb(case_file) - array['soon', 'due', 'clock_yellow', 'clock_red', 'clock_due',
                            'clocked_at'])::text as row
                        from cs_cases.case_file where id = cast(? as uuid)
                        """, of.id()).get("row", String.class);
    }

    private List<String> clocks(CaseOnHand of) {
        return db.fetch("""
                select clock || ' ' || state || ' ' || coalesce(allowed_s::text, '') as one from cs_cases.clock
                where case_id = cast(? as uuid)
                """, of.id()).getValues("one", String.class);
    }

    private CaseOnHand caseOf(JsonNode receipt) {
        return new CaseOnHand(world, receipt.path("caseId").asString());
    }

    private JsonNode report(String words, double longitude, double latitude) {
        Answer answer = officer.post(
                REPORTS, Map.of("kind", "street-dirt", "description", words, "position", List.of(longitude, latitude)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }
}
