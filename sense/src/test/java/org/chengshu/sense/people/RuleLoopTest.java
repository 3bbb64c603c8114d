package org.chengshu.sense.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Rules, the alarm centre and people together. */
@SenseTest
class RuleLoopTest {
    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");

    @Autowired
    SenseWorld world;

    @Autowired
    Intake intake;

    @Autowired
    DSLContext db;

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private PeopleClient officer;
    private String product;
    private String device;
    private int minute;

    @BeforeEach
    void setTheScene() {
        officer = PeopleClient.at(port).bearer(new TestPeople(context).token("sense:*", "alarm:*"));
        product = world.freshProduct();
        device = world.freshDevice(product);
    }

    @Test
    void anAlarmRisesAndFallsWithTheLevelsOfItsRule() throws Exception {
        rule("\"levels\": [{\"severity\": 4, \"when\": \"pm25 > 250\"}, {\"severity\": 2, \"when\": \"pm25 > 75\"}]");

        see(0, 100);
        String id = alarms().at("/0/id").asString();
        assertThat(severity(id)).isEqualTo("2");
        see(10, 300);
        assertThat(severity(id)).isEqualTo("4");
        see(20, 100);
        assertThat(severity(id)).isEqualTo("2");
        see(30, 10);

        assertThat(alarms()).hasSize(1);
        assertThat(alarm(id).path("clearedAt").asString()).isEqualTo("2026-03-02T08:30:00Z");
    }

    @Test
    void aRuleBeginsAnewOnceAPersonHasClearedItsAlarm() throws Exception {
        rule("\"severity\": 3, \"when\": \"pm25 > 75\"");
        see(0, 100);
        String id = alarms().at("/0/id").asString();

        assertThat(officer.post("/api/alarm/v1/alarms/" + id + "/clear", Map.of("reason", "seen on site"))
                        .status())
                .isBetween(200, 204);
        Eventually.eventually("the rule forgets its run", this::raisesAgain);

        assertThat(db.fetchCount(db.selectFrom("cs_sense.cleared_by_hand"))).isZero();
    }

    @Test
    void anAlarmThatAPersonMustClearWaitsForOne() throws Exception {
        rule("\"severity\": 3, \"when\": \"pm25 > 75\", \"clear\": \"by-hand\"");

        see(0, 100);
        see(10, 20);

        assertThat(alarms()).hasSize(1);
        assertThat(alarms().at("/0/clearedAt").isString()).isFalse();
    }

    private void rule(String rest) {
        world.pack(
                "pack-" + product,
                Map.of("products", List.of(SenseWorld.station(product)), "rules", List.of("""
                        {"id": "loop-%1$s", "product": "%1$s", "title": {"zh": "环", "en": "Loop"}, %2$s}""".formatted(
                                product, rest))));
    }

    private boolean raisesAgain() {
        try {
            see(++minute, 100);
            return alarms().size() == 2;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode alarms() {
        return officer.get("/api/alarm/v1/alarms?state=all&subject=" + device)
                .json()
                .path("items");
    }

    private JsonNode alarm(String id) {
        return officer.get("/api/alarm/v1/alarms/" + id).json();
    }

    private String severity(String id) {
        JsonNode alarm = alarm(id);
        return (alarm.has("severity") ? alarm.get("severity") : alarm.at("/rule/severity")).asString();
    }

    private void see(int minute, double pm25) throws Exception {
        Observation seen = Observation.of(EIGHT.plusSeconds(minute * 60L), "pm25", Value.of(pm25));
        Delivery delivery = Delivery.of(Door.HTTP, Instant.now(), new Report(device, List.of(seen), List.of()));
        ((Intake.Taken) intake.offer(delivery)).receipt().get(30, TimeUnit.SECONDS);
    }
}
