package org.chengshu.sense.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Door;
import org.chengshu.sense.Intake;
import org.chengshu.sense.Report;
import org.chengshu.sense.testing.SenseWorld;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Rules that rest, are tried on what is stored, and are switched on by a person. */
@SenseTest
class RuleTrialTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T00:00:00Z");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    SenseWorld world;

    @Autowired
    Packs packs;

    @Autowired
    Intake intake;

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private PeopleClient steward;
    private String product;
    private String device;
    private String rule;

    @BeforeEach
    void setTheScene() throws Exception {
        steward = PeopleClient.at(port).bearer(new TestPeople(context).token("sense:*", "alarm:read"));
        product = "tried-" + NUMBER.incrementAndGet();
        rule = "resting-" + product;
        packs.apply(
                new PackFiles(Map.of(
                        "pack.yaml",
                        "{id: pack-" + product
                                + ", version: 1.0.0, title: {zh: 试, en: Try}, description: {zh: 试, en: Try}}",
                        "all.yaml",
                        "{products: [" + SenseWorld.station(product) + "], rules: [" + resting() + "]}")),
                Viewer.system());
        device = world.freshDevice(product);
        // Above 100 from 00:30 to 01:00 and from 23:50 to 00:20 of the next day, that is 08:30 and 07:50 in the city.
        List<Observation> seen = new ArrayList<>();
        for (int minute = 0; minute <= 24 * 60 + 60; minute += 10) {
            boolean high = (minute >= 30 && minute <= 60) || (minute >= 23 * 60 + 50 && minute <= 24 * 60 + 20);
            seen.add(Observation.of(MORNING.plusSeconds(minute * 60L), "pm25", Value.of(high ? 120 : 60)));
        }
        Delivery delivery = Delivery.of(Door.HTTP, Instant.now(), new Report(device, seen, List.of()));
        ((Intake.Taken) intake.offer(delivery)).receipt().get(30, TimeUnit.SECONDS);
    }

    @Test
    void aTrialTellsWhatARestingRuleWouldHaveDoneAndTouchesNothing() {
        JsonNode report = trial(Map.of(
                "rule",
                rule,
                "from",
                "2026-03-01T16:00:00Z",
                "to",
                "2026-03-03T16:00:00Z",
                "devices",
                List.of(device)));

        assertThat(report.path("alarms").asInt()).isEqualTo(2);
        assertThat(report.path("devicesInAlarm").asInt()).isEqualTo(1);
        assertThat(report.path("observations").asInt()).isEqualTo(151);
        assertThat(report.at("/days/0/day").asString()).isEqualTo("2026-03-02");
        assertThat(report.at("/days/0/alarms").asInt()).isEqualTo(1);
        assertThat(report.at("/days/1/alarms").asInt()).isEqualTo(1);
        assertThat(report.at("/first/0/raisedAt").asString()).isEqualTo("2026-03-02T00:50:00Z");
        assertThat(report.at("/first/0/clearedAt").asString()).isEqualTo("2026-03-02T01:10:00Z");
        assertThat(report.at("/first/0/lasted_s").asInt()).isEqualTo(1_200);
        assertThat(report.at("/byDevice/0/inAlarm_s").asInt()).isEqualTo(2_400);
        assertThat(report.path("shareInAlarm").asDouble()).isEqualTo(2_400.0 / (48 * 3_600));
        assertThat(steward.get("/api/alarm/v1/alarms?state=all&subject=" + device)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aRuleThatWasJustWrittenIsTriedToo() {
        JsonNode report = trial(Map.of(
                "rule",
                Map.of("product", product, "severity", 3, "when", "pm25 > 100 && previous.pm25 < 100"),
                "from",
                "2026-03-01T16:00:00Z",
                "to",
                "2026-03-03T16:00:00Z"));

        assertThat(report.path("alarms").asInt()).isEqualTo(2);
    }

    @Test
    void aFaultyRuleOrSpanIsRefusedWithAReason() {
        Map<String, Object> wrong = Map.of("product", product, "severity", 3, "when", "pm26 > 100");
        assertThat(refusal(Map.of("rule", wrong, "from", "2026-03-01T00:00:00Z", "to", "2026-03-02T00:00:00Z")))
                .contains("did you mean 'pm25'");
        assertThat(refusal(Map.of("rule", rule, "from", "2026-03-02T00:00:00Z", "to", "2026-03-02T00:00:00Z")))
                .contains("from is before to");
        assertThat(steward.post(
                                "/api/sense/v1/rules/trial",
                                Map.of("rule", "nothing", "from", "2026-03-01T00:00:00Z", "to", "2026-03-02T00:00:00Z"))
                        .code())
                .isEqualTo("RULE_NOT_FOUND");
    }

    @Test
    void aRestingRuleIsSwitchedOn() {
        assertThat(view().path("enabled").asBoolean()).isFalse();

        assertThat(steward.put("/api/sense/v1/rules/" + rule + "/enabled", Map.of("enabled", true))
                        .status())
                .isEqualTo(200);

        assertThat(view().path("enabled").asBoolean()).isTrue();
        assertThat(steward.get("/api/sense/v1/rules?enabled=false&product=" + product)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    private String resting() {
        return """
                {"id": "%s", "product": "%s", "title": {"zh": "高", "en": "High"}, "severity": 2,
                 "when": "pm25 > 100", "for": "PT20M", "enabled": false}""".formatted(rule, product);
    }

    private JsonNode view() {
        return steward.get("/api/sense/v1/rules/" + rule).json();
    }

    private String refusal(Map<String, Object> order) {
        PeopleClient.Answer answer = steward.post("/api/sense/v1/rules/trial", order);
        assertThat(answer.code()).isEqualTo("TRIAL_FAULTY");
        return answer.json().path("detail").asString();
    }

    private JsonNode trial(Map<String, Object> order) {
        PeopleClient.Answer started = steward.post("/api/sense/v1/rules/trial", order);
        assertThat(started.status()).as("%s", started).isEqualTo(202);
        String job = "/api/core/v1/jobs/" + started.json().path("job").asString();
        Eventually.eventually(
                "the trial ends", () -> steward.get(job).json().path("endedAt").isString());
        assertThat(steward.get(job).json().path("state").asString()).isEqualTo("done");
        return steward.get(job).json().path("result");
    }
}
