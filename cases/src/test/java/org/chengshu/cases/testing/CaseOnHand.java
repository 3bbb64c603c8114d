package org.chengshu.cases.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import tools.jackson.databind.JsonNode;

/** A case as tests follow it, always as the server tells it. */
public record CaseOnHand(CasesWorld world, String id) {
    public JsonNode now() {
        return world.officer().get(CasesWorld.CASES + "/" + id).json();
    }

    public String stage() {
        return now().path("stage").asString();
    }

    public String department() {
        return now().path("department").asString("");
    }

    public String blockedBy() {
        return now().at("/verification/blockedBy").asString("");
    }

    public Answer tries(PeopleClient person, String action) {
        return person.post(CasesWorld.CASES + "/" + id + "/actions", Map.of("action", action, "note", "备注" + action));
    }

    public Answer tries(PeopleClient person, Map<String, Object> body) {
        return person.post(CasesWorld.CASES + "/" + id + "/actions", body);
    }

    public CaseOnHand does(PeopleClient person, String... actions) {
        for (String action : actions) {
            Answer answer = tries(person, action);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
        return this;
    }

    public CaseOnHand handled() {
        return does(world.handlerOf("housing"), "take", "handled");
    }

    public CaseOnHand awaitStage(String stage) {
        Eventually.eventually("stage " + stage + " of " + id, () -> stage().equals(stage));
        return this;
    }

    public CaseOnHand awaitBlockedBy(String reason) {
        Eventually.eventually(
                "blocked by " + reason + " of " + id, () -> blockedBy().equals(reason));
        return this;
    }

    /** The actions of the timeline in order. */
    public List<String> timeline() {
        return now().path("timeline")
                .valueStream()
                .map(step -> step.path("action").asString())
                .toList();
    }

    public List<String> actionsFor(PeopleClient person) {
        return person.get(CasesWorld.CASES + "/" + id)
                .json()
                .path("actions")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
