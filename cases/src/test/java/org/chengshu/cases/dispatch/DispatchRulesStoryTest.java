package org.chengshu.cases.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.chengshu.cases.testing.CaseOnHand;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CasesTest
class DispatchRulesStoryTest {
    private static final String TRIAL = "/api/cases/v1/dispatch-trial?area=dock&kind=";

    @Autowired
    CasesWorld world;

    @Test
    void theTimelineSaysWhichRuleDecidedAndWhy() {
        CaseOnHand ditch = ditch(4);

        assertThat(ditch.department()).isEqualTo("housing");
        JsonNode step = ditch.now()
                .path("timeline")
                .valueStream()
                .filter(one -> one.path("action").asString().equals("dispatch"))
                .findFirst()
                .orElseThrow();
        assertThat(step.at("/values/rule").asString()).isEqualTo("ditch-severe");
        assertThat(step.at("/values/why/zh").asString()).contains("级别不低于 4");
    }

    @Test
    void theDepartmentWithFewerCasesInHandLeads() {
        JsonNode before = world.officer().get(TRIAL + "ditch&severity=1").json().path("candidates");
        String leastLoaded =
                before.at("/0/openCases").asInt() <= before.at("/1/openCases").asInt()
                        ? before.at("/0/department").asString()
                        : before.at("/1/department").asString();

        assertThat(ditch(1).department()).isEqualTo(leastLoaded);
    }

    @Test
    void aTrialTellsWhoWouldGetItAndWhichRulesDoNotHold() {
        JsonNode answer = world.officer().get(TRIAL + "ditch&severity=2").json();

        assertThat(answer.path("rule").asString()).isEqualTo("ditch-anywhere");
        assertThat(answer.path("candidates")).hasSize(2);
        assertThat(answer.at("/passedOver/0/rule").asString()).isEqualTo("ditch-severe");
        assertThat(world.officer().get(TRIAL + "nothing").code()).isEqualTo("CASE_KIND_UNKNOWN");
        assertThat(world.officer().get(TRIAL + "ditch&severity=9").code()).isEqualTo("CASE_FILTER_WRONG");
    }

    private CaseOnHand ditch(int severity) {
        JsonNode made = world.officer()
                .post(CasesWorld.CASES, Map.of("kind", "ditch", "title", "沟渠堵塞", "area", "dock", "severity", severity))
                .json();
        return new CaseOnHand(world, made.path("id").asString());
    }
}
