package org.chengshu.cases.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengshu.cases.testing.CaseOnHand;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.spi.FieldType;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.data.stored.Revision;
import org.chengshu.data.stored.Revisions;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.stored.StoredDefinition;
import org.chengshu.data.stored.StoredField;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Bad data are delivered, their department gets a case, corrected data close it. */
@CasesTest
class FindingStoryTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    CasesWorld world;

    @Autowired
    StoredDatasets stored;

    @Autowired
    Revisions revisions;

    @Autowired
    Transactions transactions;

    @Autowired
    DSLContext sql;

    private String dataset;
    private PeopleClient steward;

    @BeforeEach
    void firmsOfTheHousingBureau() {
        int number = NUMBER.incrementAndGet();
        dataset = "raw.builders-" + number;
        steward = world.with("data:read", "data:quality", "cases:read");
        List<StoredField> fields = List.of(
                StoredField.of("code", Text.of("编码", "Code"), FieldType.TEXT),
                StoredField.of("name", Text.of("名称", "Name"), FieldType.TEXT));
        stored.define(StoredDefinition.of(dataset, Text.of("施工企业", "Builders"), "housing", fields));
        Answer made = steward.post(
                "/api/data/v1/quality/rules",
                Map.of(
                        "id",
                        "builders-code-" + number,
                        "dataset",
                        dataset,
                        "title",
                        Map.of("zh", "编码唯一", "en", "Code is unique"),
                        "check",
                        Map.of("type", "unique", "fields", List.of("code")),
                        "severity",
                        3));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    @Test
    void badDataOpenACaseWithTheirDepartmentAndCorrectedDataCloseIt() {
        deliver("A1", "A1", "B2");
        CaseOnHand opened = awaitCase();

        assertThat(opened.department()).isEqualTo("housing");
        assertThat(opened.stage()).isEqualTo("handle");
        assertThat(opened.now().path("source").asString("finding")).isEqualTo("finding");
        assertThat(opened.now().at("/verification/by").asString()).isEqualTo("run");
        assertThat(opened.now().at("/timeline/0/values/failing").asInt()).isEqualTo(2);

        deliver("A1", "A2", "B2");
        opened.awaitStage("close");
        JsonNode closed = opened.now();
        assertThat(closed.path("closedBy").asString()).isEqualTo("run");
        String run = closed.at("/closures/0/run").asString();
        assertThat(steward.get("/api/data/v1/quality/runs/" + run)
                        .json()
                        .at("/run/score")
                        .asDouble())
                .isEqualTo(100);

        JsonNode trace = steward.get("/api/core/v1/trace/case/" + opened.id()).json();
        assertThat(trace.path("links")
                        .valueStream()
                        .map(link -> link.at("/from/kind").asString() + " "
                                + link.path("relation").asString() + " "
                                + link.at("/to/kind").asString()))
                .contains(
                        "quality-run raised finding",
                        "finding opened case",
                        "case proved-by quality-run",
                        "quality-run closed closure");
    }

    @Test
    void theSameFaultAgainTakesTheCaseUpAgain() {
        deliver("A1", "A1");
        CaseOnHand opened = awaitCase();
        deliver("A1");
        opened.awaitStage("close");

        deliver("A1", "A1", "A1");
        opened.awaitStage("handle");
        assertThat(opened.now().path("reopened").asInt()).isEqualTo(1);
        assertThat(casesOfFinding()).isEqualTo(1);
    }

    @Test
    void anOfficerDoesNotCloseItAndHandlingAsksTheRuleAgain() {
        deliver("A1", "A1");
        CaseOnHand opened = awaitCase();
        opened.handled();
        assertThat(opened.tries(world.officer(), "close").code()).isEqualTo("CASE_VERIFIED_BY_RUN");
        Eventually.eventually("the rule is asked again", () -> runs() > 1);
        assertThat(opened.stage()).isEqualTo("verify");

        deliver("A1");
        opened.awaitStage("close");
    }

    private void deliver(String... codes) {
        transactions.run(() -> {
            Revision revision = revisions.open(dataset, "test");
            for (String code : codes) {
                sql.insertInto(DSL.table(DSL.name(revision.schema(), revision.table())))
                        .columns(DSL.field(DSL.name("code")), DSL.field(DSL.name("name")))
                        .values(code, "firm " + code)
                        .execute();
            }
            revisions.promote(revision);
        });
    }

    private CaseOnHand awaitCase() {
        Eventually.eventually("the case of " + dataset, () -> caseOfFinding().isPresent());
        return new CaseOnHand(world, caseOfFinding().orElseThrow());
    }

    private Optional<String> finding() {
        return steward.get("/api/data/v1/quality/findings?dataset=" + dataset)
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("id").asString())
                .findFirst();
    }

    private Optional<String> caseOfFinding() {
        return finding().flatMap(id -> cases(id)
                .valueStream()
                .map(one -> one.path("id").asString())
                .findFirst());
    }

    private int casesOfFinding() {
        return finding().map(id -> cases(id).size()).orElse(0);
    }

    private JsonNode cases(String finding) {
        return world.officer()
                .get(CasesWorld.CASES + "?subject=" + finding)
                .json()
                .path("items");
    }

    private int runs() {
        return steward.get("/api/data/v1/quality/runs?dataset=" + dataset)
                .json()
                .path("items")
                .size();
    }
}
