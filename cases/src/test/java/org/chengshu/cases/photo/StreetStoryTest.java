package org.chengshu.cases.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.chengshu.cases.testing.CaseOnHand;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.images.Pictures;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a handler on the street sends, now or when the connection is back. */
@CasesTest
class StreetStoryTest {
    @Autowired
    CasesWorld world;

    private PeopleClient handler;
    private CaseOnHand tree;

    @BeforeEach
    void report() {
        handler = world.handlerOf("housing");
        Answer answer = world.officer()
                .post(
                        "/api/cases/v1/reports",
                        Map.of("kind", "tree-down", "description", "树倒在路上", "position", new double[] {121.5, 31.5}));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        tree = new CaseOnHand(world, answer.json().path("caseId").asString());
    }

    @Test
    void keepsAPhotoWithTheTimeAndPlaceThatThePhoneTold() {
        Answer added = photo(handler, "before&takenAt=2026-11-20T01:02:03Z&longitude=121.5&latitude=31.4");

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        JsonNode listed = handler.get(photos()).json().at("/items/0");
        assertThat(listed.path("moment").asString()).isEqualTo("before");
        assertThat(listed.path("placedBy").asString()).isEqualTo("phone");
        assertThat(listed.path("takenAt").asString()).isEqualTo("2026-11-20T01:02:03Z");
        assertThat(listed.path("addedBy").asString()).isEqualTo("李处置");
        assertThat(handler.getBytes(
                        "/api/cases/v1/case-photos/" + listed.path("id").asString()))
                .isEqualTo(Pictures.jpeg());
        assertThat(tree.timeline()).endsWith("photo");
    }

    @Test
    void keepsThePhotoThatComesTwiceOnce() {
        String first = photo(handler, "after").json().path("id").asString();
        String second = photo(handler, "after").json().path("id").asString();
        Answer keyed = photo(handler.with("Idempotency-Key", "once-" + UUID.randomUUID()), "after");

        assertThat(second).isEqualTo(first);
        assertThat(keyed.json().path("id").asString()).isEqualTo(first);
        assertThat(handler.get(photos()).json().path("items")).hasSize(1);
        assertThat(photo(handler, "before").json().path("id").asString()).isNotEqualTo(first);
    }

    @Test
    void answersAPhotoUnderItsKeyAsBefore() {
        PeopleClient keyed =
                handler.with("Idempotency-Key", "once-" + UUID.randomUUID()).with("Content-Type", "image/jpeg");
        String report = "/api/cases/v1/cases/" + tree.id() + "/photos?moment=before";

        assertThat(keyed.postBytes(report, Pictures.jpeg()).status()).isEqualTo(201);
        assertThat(keyed.postBytes(report, Pictures.jpeg()).header("Idempotency-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void takesPhotosFromThoseAloneWhoWorkOnTheCase() {
        assertThat(photo(world.handlerOf("port"), "before").code()).isEqualTo("CASE_NOT_YOURS");
        assertThat(handler.postBytes(photos() + "?moment=later", Pictures.jpeg())
                        .code())
                .isEqualTo("PHOTO_WRONG");
        assertThat(handler.postBytes(photos() + "?moment=after", new byte[] {1, 2, 3})
                        .code())
                .isEqualTo("PHOTO_WRONG");
        assertThat(handler.postBytes(photos() + "?moment=after&longitude=3", Pictures.jpeg())
                        .body())
                .contains("longitude and latitude go together");
    }

    @Test
    void refusesADeedUponAStateThatIsGoneAndTakesItUponTheNewOne() {
        String seen = handler.get(CasesWorld.CASES + "/" + tree.id()).header("ETag");
        PeopleClient colleague = world.handlerOf("housing");
        tree.does(colleague, "take");

        Answer late = tree.tries(handler.with("If-Match", seen), "handled");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.code()).isEqualTo("VERSION_CHANGED");
        assertThat(tree.stage()).isEqualTo("handle");

        String now = handler.get(CasesWorld.CASES + "/" + tree.id()).header("ETag");
        Answer done = tree.tries(
                handler.with("If-Match", now), Map.of("action", "handled", "doneAt", "2026-11-20T01:02:03Z"));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.header("ETag")).isNotEqualTo(now);
        assertThat(done.json().findValuesAsString("doneAt")).containsExactly("2026-11-20T01:02:03Z");
    }

    @Test
    void letsNotesAndPhotosOfOthersOvertakeNobody() {
        String seen = handler.get(CasesWorld.CASES + "/" + tree.id()).header("ETag");
        tree.does(world.officer(), "note");
        photo(world.handlerOf("housing"), "before");

        assertThat(tree.tries(handler.with("If-Match", seen), "take").status()).isEqualTo(200);
    }

    @Test
    void listsWhatWaitsForOnesHandsTheFirstDueFirst() {
        tree.does(handler, "take");
        JsonNode items = handler.get(CasesWorld.CASES + "/pressing").json().path("items");

        assertThat(items).isNotEmpty();
        JsonNode mine = items.valueStream()
                .filter(one -> one.path("id").asString().equals(tree.id()))
                .findFirst()
                .orElseThrow();
        assertThat(mine.path("hands").asString()).isEqualTo("mine");
        assertThat(mine.path("tag").asString())
                .isEqualTo(handler.get(CasesWorld.CASES + "/" + tree.id()).header("ETag"));
        assertThat(items.valueStream().map(one -> one.path("due").asString("9999")))
                .isSorted();
        assertThat(world.with("cases:read")
                        .get(CasesWorld.CASES + "/pressing")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    private String photos() {
        return CasesWorld.CASES + "/" + tree.id() + "/photos";
    }

    private Answer photo(PeopleClient person, String moment) {
        return person.with("Content-Type", "image/jpeg").postBytes(photos() + "?moment=" + moment, Pictures.jpeg());
    }
}
