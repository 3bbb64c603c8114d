package org.chengshu.alarm.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.Eventually.eventually;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengshu.alarm.AlarmCleared;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.AlarmRaised;
import org.chengshu.alarm.Alarms;
import org.chengshu.alarm.Signal;
import org.chengshu.alarm.Suppression;
import org.chengshu.alarm.centre.AlarmWorld.Station;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.core.testing.TestTown;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@AlarmTest
class SuppressionTest {
    private static final String ALARMS = "/api/alarm/v1/alarms";
    private static final String MAINTENANCE = "/api/alarm/v1/maintenance";
    private static final String DEPENDENCIES = "/api/alarm/v1/dependencies";

    @Autowired
    AlarmWorld world;

    @Autowired
    Alarms alarms;

    @Autowired
    HeardEvents heard;

    @Autowired
    ApplicationContext context;

    @Autowired
    DSLContext sql;

    @LocalServerPort
    int port;

    private PeopleClient officer;

    @BeforeEach
    void signIn() {
        officer = PeopleClient.at(port).bearer(new TestPeople(context).token("alarm:*"));
    }

    @Test
    void anAlarmInsideAMaintenanceWindowCountsOnceTheWindowIsEnded() {
        Station station = AlarmWorld.station();
        String window = plan(Map.of("subject", station.id()));
        AlarmId id = world.raise(station);

        assertThat(world.now(id).suppression()).contains(new Suppression(Suppression.Kind.WINDOW, window));
        JsonNode page = officer.get(ALARMS + "/" + id).json();
        assertThat(page.at("/suppression/kind").asString()).isEqualTo("window");
        assertThat(page.at("/because/zh").asString()).isEqualTo("换滤芯");
        assertThat(officer.get(MAINTENANCE + "/" + window)
                        .json()
                        .path("suppressed")
                        .asInt())
                .isEqualTo(1);
        assertThat(ids("suppressed=false&subject=" + station.id())).isEmpty();
        assertThat(heard.of(AlarmRaised.class, station.id())).isEmpty();

        assertThat(officer.post(MAINTENANCE + "/" + window + "/end", Map.of()).status())
                .isEqualTo(200);

        assertThat(heard.await(AlarmRaised.class, station.id()).alarmId()).isEqualTo(id.value());
        assertThat(world.now(id).suppression()).isEmpty();
        assertThat(steps(id)).containsExactly("raised", "woke");
    }

    @Test
    void anAlarmThatClearsInsideTheWindowIsHeardOfByNobody() {
        Station station = AlarmWorld.station().tagged("pump-7");
        String window = plan(Map.of("tag", "pump-7"));
        AlarmId id = world.raise(station);
        world.clear(station);
        officer.post(MAINTENANCE + "/" + window + "/end", Map.of());

        AlarmId loud = world.raise(station);
        assertThat(heard.await(AlarmRaised.class, station.id()).alarmId()).isEqualTo(loud.value());
        assertThat(heard.of(AlarmCleared.class, station.id())).isEmpty();
        assertThat(world.now(id).suppression()).isPresent();
    }

    @Test
    void aWindowThatIsWrongIsRefusedWithAllThatIsWrong() {
        Answer answer = officer.post(MAINTENANCE, Map.of("area", "nowhere", "weekly", Map.of("days", List.of(9))));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("ALARM_INPUT_WRONG");
        assertThat(answer.body()).contains("there is no area nowhere", "say why", "say when it begins", "days are 1");
    }

    @Test
    void aWindowIsChangedOnItsVersionAndNotAfterItsEnd() {
        String window = plan(Map.of("rule", "no-such-rule"));
        Map<String, Object> other = new HashMap<>(body(Map.of("rule", "another-rule")));

        assertThat(officer.call("PUT", MAINTENANCE + "/" + window, other).status())
                .isEqualTo(428);
        Answer changed = officer.with("If-Match", "\"v1\"").call("PUT", MAINTENANCE + "/" + window, other);
        assertThat(changed.json().path("rule").asString()).isEqualTo("another-rule");
        officer.post(MAINTENANCE + "/" + window + "/end", Map.of());
        assertThat(officer.with("If-Match", "*")
                        .call("PUT", MAINTENANCE + "/" + window, other)
                        .code())
                .isEqualTo("MAINTENANCE_OVER");
    }

    @Test
    void whoServesADistrictPlansNothingForTheWholeCity() {
        TestTown.build(context);
        PeopleClient local = PeopleClient.at(port).bearer(new TestPeople(context).tokenIn(TestTown.WEST, "alarm:*"));

        assertThat(local.post(MAINTENANCE, body(Map.of("rule", "dusty"))).status())
                .isEqualTo(403);
    }

    @Test
    void whileTheGatewayIsSilentTheAlarmsOfItsDevicesDoNotCount() {
        Station gateway = AlarmWorld.station().rule("silence");
        Station child = AlarmWorld.station().on(gateway);
        AlarmId down = world.raise(gateway);
        AlarmId id = world.raise(child);

        assertThat(world.now(id).suppression()).contains(new Suppression(Suppression.Kind.PARENT, down.toString()));
        assertThat(ids("suppressor=" + down)).containsExactly(id.toString());
        assertThat(heard.of(AlarmRaised.class, child.id())).isEmpty();

        world.clear(gateway);
        assertThat(heard.await(AlarmRaised.class, child.id()).alarmId()).isEqualTo(id.value());
    }

    @Test
    void aChildThatFellSilentAMomentBeforeItsGatewayIsPutUnderIt() {
        Station gateway = AlarmWorld.station().rule("silence");
        Station child = AlarmWorld.station().rule("silence").on(gateway);

        List<AlarmId> ids = alarms.raiseAll(List.of(child.signal(), gateway.signal()));

        assertThat(world.now(ids.get(0)).suppression())
                .contains(new Suppression(Suppression.Kind.PARENT, ids.get(1).toString()));
        heard.await(AlarmRaised.class, gateway.id());
        assertThat(heard.of(AlarmRaised.class, child.id())).isEmpty();
    }

    @Test
    void aDependencyCountsTheRulesItNamesOverSeveralSteps() {
        Station feed = AlarmWorld.station().rule("power-off");
        Station pump = AlarmWorld.station();
        Station valve = AlarmWorld.station();
        depend(pump, feed, List.of("power-off"));
        depend(valve, pump, List.of());
        AlarmId off = world.raise(feed);

        assertThat(world.now(world.raise(valve)).suppression())
                .contains(new Suppression(Suppression.Kind.PARENT, off.toString()));
        Answer circle = officer.post(DEPENDENCIES, Map.of("subject", feed.id(), "parent", valve.id()));
        assertThat(circle.code()).isEqualTo("DEPENDENCY_WRONG");
        assertThat(officer.get(DEPENDENCIES + "?subject=" + valve.id()).json().path("items"))
                .hasSize(1);
    }

    @Test
    void aFloodOfOneRuleIsFoldedIntoAStormThatEndsByItself() {
        Station first = AlarmWorld.station().rule("flood").in("/flood/");
        AlarmId root = world.raise(first);
        heard.await(AlarmRaised.class, first.id());
        List<Station> many = new ArrayList<>();
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            many.add(AlarmWorld.station().rule("flood").in("/flood/"));
            signals.add(many.getLast().signal());
        }
        List<AlarmId> ids = alarms.raiseAll(signals);
        AlarmId late = world.raise(AlarmWorld.station().rule("flood").in("/flood/"));

        JsonNode storm = storm("flood");
        assertThat(storm.path("rootAlarm").asString()).isEqualTo(root.toString());
        assertThat(storm.path("members").asInt()).isEqualTo(42);
        assertThat(world.now(root).suppression()).isEmpty();
        assertThat(ids).allMatch(id -> world.now(id).suppression().isPresent());
        assertThat(world.now(late).course().storm()).isPresent();
        assertThat(world.now(late).suppression()).map(Suppression::kind).contains(Suppression.Kind.STORM);
        assertThat(steps(late)).as("it is of the storm from the first").containsExactly("raised");
        assertThat(ids("folded=true&suppressed=false&rule=flood")).containsExactly(root.toString());
        world.clear(many.get(0));

        eventually(
                "what is open counts once the storm is over",
                () -> heard.of(AlarmRaised.class, many.get(1).id()).size() == 1);
        assertThat(heard.of(AlarmRaised.class, many.get(0).id())).isEmpty();
        assertThat(officer.get("/api/alarm/v1/storms?state=over").body()).contains("\"key\":\"flood\"");
    }

    private JsonNode storm(String key) {
        for (JsonNode storm : officer.get("/api/alarm/v1/storms").json().path("items")) {
            if (storm.path("key").asString().equals(key)) {
                return storm;
            }
        }
        throw new AssertionError("no storm of " + key);
    }

    private void depend(Station child, Station parent, List<String> rules) {
        assertThat(officer.post(DEPENDENCIES, Map.of("subject", child.id(), "parent", parent.id(), "rules", rules))
                        .status())
                .isEqualTo(201);
    }

    private String plan(Map<String, Object> about) {
        Answer answer = officer.post(MAINTENANCE, body(about));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static Map<String, Object> body(Map<String, Object> about) {
        Map<String, Object> body = new HashMap<>(about);
        body.put("from", Instant.now().minusSeconds(5).toString());
        body.put("to", Instant.now().plusSeconds(3600).toString());
        body.put("reason", "换滤芯");
        return body;
    }

    private List<String> ids(String query) {
        return officer.get(ALARMS + "?" + query)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private List<String> steps(AlarmId id) {
        return officer.get(ALARMS + "/" + id)
                .json()
                .path("steps")
                .valueStream()
                .map(step -> step.path("step").asString())
                .toList();
    }
}
