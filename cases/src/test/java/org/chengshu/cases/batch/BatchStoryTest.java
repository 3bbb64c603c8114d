package org.chengshu.cases.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.cases.testing.CasesWorld.CASES;
import static org.chengshu.core.testing.Eventually.eventually;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
class BatchStoryTest {
    @Autowired
    CasesWorld world;

    private PeopleClient officer;

    @BeforeEach
    void signIn() {
        officer = world.officer();
    }

    @Test
    void whatCanBeDoneIsDoneAndEachRefusalSaysWhy() {
        CaseOnHand waiting = litter("east");
        CaseOnHand accepted = litter("east").does(officer, "accept");
        String nowhere = UUID.randomUUID().toString();

        JsonNode outcome =
                order(officer, Map.of("action", "accept", "note", "早班受理"), waiting.id(), accepted.id(), nowhere);

        assertThat(outcome.path("done").asInt()).isEqualTo(1);
        assertThat(outcome.path("refused").asInt()).isEqualTo(2);
        assertThat(outcome.at("/items/0/done").asBoolean()).isTrue();
        assertThat(outcome.at("/items/0/stage").asString()).isEqualTo("file");
        assertThat(outcome.at("/items/1/code").asString()).isEqualTo("CASE_ACTION_NOT_NOW");
        assertThat(outcome.at("/items/1/number").asString()).startsWith("AJ-");
        assertThat(outcome.at("/items/1/why/zh").asString()).isNotBlank();
        assertThat(outcome.at("/items/2/code").asString()).isEqualTo("CASE_UNKNOWN");
        assertThat(waiting.timeline()).endsWith("accept");
        assertThat(lastNote(waiting)).isEqualTo("早班受理");
    }

    @Test
    void eachCaseIsUnderTheRightsOfItsOwnArea() {
        CaseOnHand east = litter("east");
        CaseOnHand west = litter("west");
        PeopleClient ofTheEast = world.servingOnly("east", "cases:read", "cases:dispatch");

        JsonNode outcome = order(ofTheEast, Map.of("action", "accept"), east.id(), west.id());

        assertThat(outcome.path("done").asInt()).isEqualTo(1);
        assertThat(outcome.at("/items/1/code").asString()).isEqualTo("CASE_UNKNOWN");
        assertThat(outcome.at("/items/1/number").asString("")).isEmpty();
        assertThat(west.stage()).isEqualTo("accept");
    }

    @Test
    void manyAreDispatchedAndGivenToOnePerson() {
        List<CaseOnHand> lamps =
                Stream.generate(() -> reported("lamp-out", "P0101")).limit(3).toList();
        String[] ids = lamps.stream().map(CaseOnHand::id).toArray(String[]::new);

        assertThat(order(officer, Map.of("action", "dispatch", "department", "housing"), ids)
                        .path("done")
                        .asInt())
                .isEqualTo(3);
        PeopleClient handler = world.handlerOf("housing");
        PeopleClient stranger = world.handlerOf("port");
        String person = me(handler);
        assertThat(handlersOf(lamps.getFirst())).contains(person).doesNotContain(me(stranger));

        JsonNode wrong = order(officer, Map.of("action", "assign", "person", me(stranger)), ids);
        assertThat(wrong.at("/items/0/code").asString()).isEqualTo("CASE_HANDLER_WRONG");
        JsonNode outcome = order(officer, Map.of("action", "assign", "person", person), ids);

        assertThat(outcome.path("done").asInt()).isEqualTo(3);
        assertThat(lamps.getLast().now().path("handler").asString()).isEqualTo("李处置");
        assertThat(lamps.getLast().timeline()).endsWith("dispatch", "assigned");
        String number = lamps.getLast().now().path("number").asString();
        eventually(
                "the notice", () -> handler.get("/api/core/v1/notices").body().contains(number));
        assertThat(order(stranger, Map.of("action", "note", "note", "x"), ids)
                        .path("refused")
                        .asInt())
                .isZero();
        assertThat(order(stranger, Map.of("action", "assign", "person", person), ids)
                        .at("/items/0/code")
                        .asString())
                .isEqualTo("CASE_NOT_YOURS");
    }

    @Test
    void aCategoryIsSetWhereThereWasNoneAndReplacedOnlyWithAReason() {
        CaseOnHand bare = litter("east");
        CaseOnHand filed = reported("litter", "P0102");

        JsonNode outcome = order(officer, Map.of("action", "categorise", "category", "P0101"), bare.id(), filed.id());

        assertThat(outcome.at("/items/0/done").asBoolean()).isTrue();
        assertThat(outcome.at("/items/1/code").asString()).isEqualTo("CASE_REASON_MISSING");
        assertThat(bare.now().path("category").asString()).isEqualTo("P0101");
        assertThat(filed.now().path("category").asString()).isEqualTo("P0102");
    }

    @Test
    void aFaultyOrderIsRefusedAsAWholeAndSaysWhatIsWrong() {
        String id = litter("east").id();

        assertThat(officer.post(CASES + "/batch", Map.of("action", "close", "ids", List.of(id)))
                        .body())
                .contains("CASE_BATCH_WRONG", "close");
        assertThat(officer.post(
                                CASES + "/batch",
                                Map.of("action", "dispatch", "department", "moon", "ids", List.of(id)))
                        .body())
                .contains("CASE_BATCH_WRONG", "moon");
        assertThat(officer.post(CASES + "/batch", Map.of("action", "note", "ids", List.of(id)))
                        .body())
                .contains("note is missing");
        List<String> many = IntStream.range(0, 501)
                .mapToObj(n -> UUID.randomUUID().toString())
                .toList();
        assertThat(officer.post(CASES + "/batch", Map.of("action", "accept", "ids", many))
                        .body())
                .contains("1 to 500");
    }

    private JsonNode order(PeopleClient who, Map<String, Object> deed, String... ids) {
        Map<String, Object> body = new HashMap<>(deed);
        body.put("ids", List.of(ids));
        Answer answer = who.post(CASES + "/batch", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private CaseOnHand litter(String area) {
        Answer answer = officer.post(CASES, Map.of("kind", "litter", "title", "巷口垃圾", "area", area));
        return new CaseOnHand(world, answer.json().path("id").asString());
    }

    private CaseOnHand reported(String kind, String category) {
        Answer taken = officer.post(
                "/api/cases/v1/reports",
                Map.of("kind", kind, "category", category, "description", "路口有情况", "area", "east"));
        return new CaseOnHand(world, taken.json().path("caseId").asString());
    }

    private List<String> handlersOf(CaseOnHand of) {
        return officer.get(CASES + "/" + of.id() + "/handlers")
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
    }

    private static String me(PeopleClient who) {
        return who.get("/api/core/v1/me").json().path("id").asString();
    }

    private static String lastNote(CaseOnHand of) {
        return of.now()
                .path("timeline")
                .valueStream()
                .reduce((a, b) -> b)
                .orElseThrow()
                .path("note")
                .asString();
    }
}
