package org.chengshu.cases.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
class ReportResourceTest {
    private static final String REPORTS = "/api/cases/v1/reports";
    private static final String PHONE = "13812341234";

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
    void aReportOpensACaseAndStandsOnItsPage() {
        JsonNode receipt = report(Map.of(
                "channel", "hotline",
                "kind", "road-hole",
                "description", "路口有个大坑\n很危险",
                "area", "dock",
                "address", "码头路 7 号",
                "seenAt", "2026-11-27T08:15:30+08:00",
                "attributes", Map.of("size", "large", "depth_cm", 12),
                "reporter", Map.of("name", "张三丰", "phone", PHONE)));

        assertThat(receipt.path("number").asString()).matches("R-\\d{8}-\\d{4,}");
        assertThat(receipt.path("code").asString()).hasSize(8);
        JsonNode page = caseOf(receipt).now();
        assertThat(page.at("/title/zh").asString()).isEqualTo("路面坑洞：路口有个大坑");
        JsonNode report = page.at("/reports/0");
        assertThat(report.path("channel").asString()).isEqualTo("hotline");
        assertThat(report.at("/attributes/size").asString()).isEqualTo("large");
        assertThat(report.path("seenAt").asString()).isEqualTo("2026-11-27T00:15:30Z");
        assertThat(report.path("name").asString()).isEqualTo("张**");
        assertThat(report.path("phone").asString()).isEqualTo("138****1234");
        assertThat(report.path("openedCase").asBoolean()).isTrue();
        assertThat(page.toString()).doesNotContain(PHONE);
    }

    @Test
    void aReportJoinsAnOpenCaseAndBothStay() {
        JsonNode first = report(Map.of("kind", "street-dirt", "description", "积水", "area", "dock"));
        JsonNode second = report(Map.of(
                "kind", "street-dirt",
                "description", "还是积水",
                "area", "dock",
                "channel", "grid",
                "case", first.path("caseId").asString()));

        assertThat(second.path("opened").asBoolean()).isFalse();
        assertThat(second.path("caseId")).isEqualTo(first.path("caseId"));
        CaseOnHand dirt = caseOf(first);
        assertThat(dirt.now().path("reports").valueStream().map(report -> report.path("number")
                        .asString()))
                .containsExactly(
                        first.path("number").asString(), second.path("number").asString());
        assertThat(dirt.timeline()).containsExactly("report", "report-joined");
    }

    @Test
    void nothingJoinsAClosedCase() {
        JsonNode first = report(Map.of("kind", "street-dirt", "area", "dock"));
        caseOf(first).does(world.leader(), "override-close");

        assertThat(officer.post(REPORTS, Map.of("kind", "street-dirt", "area", "dock", "case", first.path("caseId")))
                        .code())
                .isEqualTo("CASE_ALREADY_CLOSED");
    }

    @Test
    void everyFaultOfAFormIsToldAtItsFieldInBothLanguages() {
        Answer answer = officer.post(
                REPORTS,
                Map.of(
                        "kind", "road-hole",
                        "area", "dock",
                        "severity", 9,
                        "seenAt", "yesterday",
                        "attributes", Map.of("depth_cm", -3, "colour", "grey", "hinders", List.of("cars", "ships"))));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("CASE_REPORT_WRONG");
        assertThat(answer.json().path("errors").valueStream().map(error -> error.path("place")
                        .asString()))
                .contains(
                        "/severity",
                        "/seenAt",
                        "/attributes/size",
                        "/attributes/depth_cm",
                        "/attributes/colour",
                        "/attributes/hinders/1");
        assertThat(answer.body()).contains("深度：").contains("Depth: ").contains("大小：");
        assertThat(officer.post(REPORTS, Map.of("kind", "litter", "area", "dock", "attributes", Map.of("a", 1)))
                        .body())
                .contains("have no form");
    }

    @Test
    void theKindsTellTheirFormsInTheOrderOfThePack() {
        JsonNode pothole = officer.get("/api/cases/v1/kinds")
                .json()
                .path("items")
                .valueStream()
                .filter(kind -> kind.path("id").asString().equals("road-hole"))
                .findFirst()
                .orElseThrow();

        assertThat(pothole.path("fields").valueStream().map(JsonNode::asString))
                .containsExactly("size", "depth_cm", "noticed", "remarks", "lane", "hinders");
        assertThat(pothole.at("/form/properties/size/title/zh").asString()).isEqualTo("大小");
    }

    @Test
    void theKindsTellWhatAnOperatorAsksAndTells() {
        JsonNode guide = officer.get("/api/cases/v1/kinds")
                .json()
                .path("items")
                .valueStream()
                .filter(kind -> kind.path("id").asString().equals("street-dirt"))
                .findFirst()
                .orElseThrow()
                .path("guide");

        assertThat(guide.at("/ask/0/en").asString()).isEqualTo("At a road or on a green?");
        assertThat(guide.at("/tell/0/zh").asString()).isEqualTo("一个工作日内清理");
    }

    @Test
    void aCallersNumberIsSealedMaskedAndSeenInClearOnlyOnRecord() {
        JsonNode receipt = report(Map.of(
                "kind", "street-dirt",
                "area", "dock",
                "reporter", Map.of("name", "王二", "phone", PHONE, "email", "wang@example.cn")));
        String contact = REPORTS + "/" + receipt.path("id").asString() + "/contact";

        assertThat(officer.post(contact, Map.of()).status()).isEqualTo(403);
        PeopleClient operator = world.with("cases:read", "cases:contact", "core:audit");
        assertThat(operator.post(contact, Map.of()).json().path("phone").asString())
                .isEqualTo(PHONE);
        assertThat(operator.get("/api/core/v1/audit?event=report.contact-seen").body())
                .contains(receipt.path("id").asString())
                .doesNotContain(PHONE);
        assertThat(db.fetch(
                                "select * from cs_cases.report where number = ?",
                                receipt.path("number").asString())
                        .formatCSV())
                .doesNotContain(PHONE)
                .doesNotContain("wang@example.cn");
    }

    @Test
    void aCallersHistoryIsFoundHoweverTheNumberIsWritten() {
        PeopleClient operator = world.with("cases:read", "cases:report", "cases:contact");
        JsonNode receipt = operator.post(
                        REPORTS,
                        Map.of("kind", "street-dirt", "area", "dock", "reporter", Map.of("phone", "139 0013 9000")))
                .json();

        Answer found = operator.post("/api/cases/v1/callers", Map.of("phone", "+86-13900139000"));

        assertThat(found.json().path("items")).hasSize(1);
        assertThat(found.json().at("/items/0/caseId")).isEqualTo(receipt.path("caseId"));
        assertThat(found.body()).doesNotContain("13900139000");
        assertThat(officer.post("/api/cases/v1/callers", Map.of("phone", "13900139000"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoStaysAnonymousLeavesNothingOfHimself() {
        JsonNode receipt = report(
                Map.of("kind", "street-dirt", "area", "dock", "anonymous", true, "reporter", Map.of("phone", PHONE)));

        JsonNode report =
                officer.get(REPORTS + "/" + receipt.path("id").asString()).json();
        assertThat(report.path("anonymous").asBoolean()).isTrue();
        assertThat(report.path("hasContact").asBoolean()).isFalse();
    }

    @Test
    void reportsAreOnlyAdded() {
        JsonNode receipt = report(Map.of("kind", "street-dirt", "area", "dock"));
        String number = receipt.path("number").asString();

        assertThatThrownBy(() -> db.execute("update cs_cases.report set words = 'x' where number = ?", number))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> db.execute("delete from cs_cases.report where number = ?", number))
                .hasMessageContaining("never deleted");
    }

    @Test
    void listsAndFiltersReports() {
        JsonNode receipt = report(Map.of("kind", "street-dirt", "area", "dock", "channel", "resident"));

        assertThat(officer.get(REPORTS + "?channel=resident&kind=street-dirt&q="
                                + receipt.path("number").asString())
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(officer.get(REPORTS + "?channel=pigeon").code()).isEqualTo("CASE_FILTER_WRONG");
        assertThat(world.servingOnly("west", "cases:*")
                        .get(REPORTS + "/" + receipt.path("id").asString())
                        .code())
                .isEqualTo("REPORT_UNKNOWN");
        assertThat(officer.get(CASES + "/counts").status()).isEqualTo(200);
    }

    private CaseOnHand caseOf(JsonNode receipt) {
        return new CaseOnHand(world, receipt.path("caseId").asString());
    }

    private JsonNode report(Map<String, Object> body) {
        Answer answer = officer.post(REPORTS, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }
}
