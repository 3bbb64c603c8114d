package org.chengshu.cases.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.chengshu.cases.testing.CaseOnHand;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CasesTest
class EvaluationStoryTest {
    private static final String EVALUATIONS = "/api/cases/v1/evaluations";
    private static final String CHECKS = "/api/cases/v1/checks";

    @Autowired
    CasesWorld world;

    @Autowired
    CitySettings city;

    @Autowired
    DSLContext db;

    private PeopleClient judge;

    @BeforeEach
    void signIn() {
        judge = world.with("cases:read", "cases:evaluate");
    }

    @Test
    void aFalseClosureCountsAgainstItsCloserUntilAnAppealIsGranted() {
        CaseOnHand poster = closedAndFoundWrong();

        String evaluation = compute();
        JsonNode port = row(evaluation, "department", "port");
        assertThat(port.at("/measures/false-closures/sum").asInt()).isGreaterThanOrEqualTo(1);
        assertThat(port.at("/measures/satisfaction/value").asDouble()).isBetween(1d, 5d);
        assertThat(row(evaluation, "post", "handler")
                        .at("/measures/false-closures/sum")
                        .asInt())
                .isGreaterThanOrEqualTo(1);
        assertThat(row(evaluation, "area", "dock").path("cases").asInt()).isGreaterThanOrEqualTo(1);
        double score = port.path("score").asDouble();

        JsonNode mark = markOf(evaluation, poster, "false-closures", 0);
        assertThat(mark.path("post").asString()).isEqualTo("handler");
        PeopleClient department = world.memberOf("port", "cases:read", "cases:handle");
        Answer appeal = department.post(
                EVALUATIONS + "/" + evaluation + "/appeals",
                Map.of("mark", mark.path("id").asString(), "reason", "居民又贴了新的"));
        assertThat(appeal.status()).as(appeal.body()).isEqualTo(201);
        assertThat(department
                        .post(
                                EVALUATIONS + "/" + evaluation + "/appeals",
                                Map.of("mark", mark.path("id").asString(), "reason", "再说一遍"))
                        .code())
                .isEqualTo("APPEAL_WRONG");
        String decision =
                "/api/cases/v1/evaluation-appeals/" + appeal.json().path("id").asString() + "/decision";
        assertThat(department
                        .post(decision, Map.of("granted", true, "reason", "同意"))
                        .status())
                .isEqualTo(403);
        assertThat(world.memberOf("port", "cases:read", "cases:evaluate")
                        .post(decision, Map.of("granted", true, "reason", "同意"))
                        .code())
                .isEqualTo("DUTIES_SEPARATED");

        assertThat(judge.post(decision, Map.of("granted", true, "reason", "属实")).status())
                .isEqualTo(200);

        JsonNode corrected = row(evaluation, "department", "port");
        assertThat(corrected.path("score").asDouble()).isEqualTo(score);
        assertThat(corrected.at("/measures/false-closures")).isEqualTo(port.at("/measures/false-closures"));
        assertThat(corrected.at("/correctedMeasures/false-closures/sum").asInt())
                .isEqualTo(port.at("/measures/false-closures/sum").asInt() - 1);
        assertThat(corrected.path("correctedScore").asDouble()).isGreaterThanOrEqualTo(score);
        assertThat(markOf(evaluation, poster, "false-closures", 0)
                        .path("appeal")
                        .asString())
                .isEqualTo("granted");

        String again = compute();
        assertThat(row(again, "department", "port")
                        .at("/correctedMeasures/false-closures/sum")
                        .asInt())
                .isLessThan(row(again, "department", "port")
                        .at("/measures/false-closures/sum")
                        .asInt());
    }

    @Test
    void everyFigureLeadsDownToItsCases() {
        closedAndFoundWrong();
        String evaluation = compute();
        JsonNode row = row(evaluation, "department", "port");

        row.path("measures").properties().forEach(entry -> {
            long n = 0;
            long sum = 0;
            for (JsonNode mark : marks(evaluation, "dimension=department&key=port&measure=" + entry.getKey())) {
                n += mark.path("n").asLong();
                sum += mark.path("value").asLong();
                assertThat(judge.get("/api/cases/v1/cases/"
                                        + mark.path("caseId").asString())
                                .status())
                        .isEqualTo(200);
            }
            assertThat(List.of(n, sum))
                    .as(entry.getKey())
                    .containsExactly(
                            entry.getValue().path("n").asLong(),
                            entry.getValue().path("sum").asLong());
        });
    }

    @Test
    void thePastComputedAgainTellsTheSame() {
        Map<String, Object> past = Map.of("scheme", "handling", "month", "2001-03");
        JsonNode first = result(judge.post(EVALUATIONS, past));
        JsonNode second = result(judge.post(EVALUATIONS, past));

        assertThat(second.path("evaluation")).isEqualTo(first.path("evaluation"));
        assertThat(second.path("same").asBoolean()).isTrue();
        assertThat(second.path("digest")).isEqualTo(first.path("digest"));
        assertThat(judge.get(EVALUATIONS + "/" + first.path("evaluation").asString())
                        .json()
                        .path("confirmations")
                        .asInt())
                .isGreaterThanOrEqualTo(1);
    }

    @Test
    void rowsComeAsATableAndAsAFactAndFaultsAreNamed() {
        closedAndFoundWrong();
        String evaluation = compute();

        assertThat(judge.get(EVALUATIONS + "/" + evaluation + "/rows?format=csv")
                        .body())
                .contains("按时结案率", "dock");
        assertThat(db.fetch("select 1 from facts.cases_evaluation where evaluation = ? and key = 'port'", evaluation))
                .hasSize(1);
        assertThat(judge.post(EVALUATIONS, Map.of("scheme", "none", "month", "2026-01"))
                        .code())
                .isEqualTo("EVALUATION_UNKNOWN");
        assertThat(judge.post(EVALUATIONS, Map.of("scheme", "handling", "month", "2026-13"))
                        .code())
                .isEqualTo("EVALUATION_WRONG");
        assertThat(judge.post(EVALUATIONS, Map.of("scheme", "handling", "from", "2999-01-01", "to", "2999-02-01"))
                        .body())
                .contains("not begun");
        assertThat(world.officer()
                        .post(EVALUATIONS, Map.of("scheme", "handling", "month", "2026-01"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoeverSeesOneAreaSeesItsFiguresAlone() {
        String wrong = closedAndFoundWrong().id();
        String evaluation = compute();
        PeopleClient west = world.servingOnly("west", "cases:read");

        assertThat(west.get(EVALUATIONS + "/" + evaluation + "/rows").body()).doesNotContain("dock", "port");
        assertThat(west.get(EVALUATIONS + "/" + evaluation + "/marks?limit=500").body())
                .doesNotContain(wrong);
    }

    private CaseOnHand closedAndFoundWrong() {
        PeopleClient officer = world.officer();
        Answer report = officer.post(
                "/api/cases/v1/reports",
                Map.of(
                        "kind",
                        "flyer",
                        "channel",
                        "hotline",
                        "description",
                        "小广告",
                        "area",
                        "dock",
                        "reporter",
                        Map.of("name", "王先生", "phone", "13912345678")));
        assertThat(report.status()).as(report.body()).isEqualTo(201);
        CaseOnHand flyer = new CaseOnHand(world, report.json().path("caseId").asString())
                .awaitStage("handle")
                .does(world.handlerOf("port"), "take", "handled")
                .awaitStage("close");
        String path = CHECKS + "?case=" + flyer.id() + "&state=open";
        Eventually.eventually(
                "a sample", () -> !officer.get(path).json().path("items").isEmpty());
        String check = officer.get(path).json().at("/items/0/id").asString();
        Answer answer = world.with("cases:read", "cases:call-back")
                .post(CHECKS + "/" + check + "/answer", Map.of("solved", false, "score", 2, "note", "还在"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return flyer;
    }

    private String compute() {
        LocalDate today = LocalDate.now(city.zone());
        return result(judge.post(
                        EVALUATIONS,
                        Map.of(
                                "scheme",
                                "handling",
                                "from",
                                today.minusDays(1).toString(),
                                "to",
                                today.plusDays(1).toString())))
                .path("evaluation")
                .asString();
    }

    private JsonNode result(Answer started) {
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String job = "/api/core/v1/jobs/" + started.json().path("job").asString();
        PeopleClient anybody = world.with("*");
        Eventually.eventually(
                "the job",
                () -> anybody.get(job).json().path("state").asString().equals("done"));
        return anybody.get(job).json().path("result");
    }

    private JsonNode row(String evaluation, String dimension, String key) {
        return judge.get(EVALUATIONS + "/" + evaluation + "/rows?dimension=" + dimension)
                .json()
                .path("items")
                .valueStream()
                .filter(row -> row.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode marks(String evaluation, String query) {
        return judge.get(EVALUATIONS + "/" + evaluation + "/marks?limit=500&" + query)
                .json()
                .path("items");
    }

    private JsonNode markOf(String evaluation, CaseOnHand of, String measure, int n) {
        return marks(evaluation, "measure=" + measure)
                .valueStream()
                .filter(mark -> mark.path("caseId").asString().equals(of.id())
                        && mark.path("n").asInt() == n)
                .findFirst()
                .orElseThrow();
    }
}
