package org.chengshu.alarm.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.Eventually.eventually;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.Alarms;
import org.chengshu.alarm.centre.AlarmWorld.Station;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.NewAccount;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@AlarmTest
class AlarmClimbTest {
    private static final String PACK = """
            id: climbing
            version: 1.0.0
            title: {zh: 升级, en: Climbing}
            description: {zh: 无人确认则升级, en: Climbs while nobody acknowledges}
            """;
    private static final String RULES = """
            roles:
              - {id: climb-duty, title: {zh: 值班, en: Duty}, permissions: ["alarm:read", "alarm:acknowledge"]}
              - {id: climb-head, title: {zh: 主管, en: Head}, permissions: []}
              - {id: climb-mayor, title: {zh: 市长, en: Mayor}, permissions: []}
            notice-rules:
              - id: climbing-dust
                title: {zh: 扬尘, en: Dust}
                matter: alarm
                severity: 3
                where: {rule: [climbing-dust]}
                steps:
                  - to: [{role: climb-duty}]
                  - {after: PT2S, to: [{role: climb-head}]}
                  - {after: PT5S, to: [{role: climb-mayor}]}
            """;

    @Autowired
    AlarmWorld world;

    @Autowired
    Alarms alarms;

    @Autowired
    Accounts accounts;

    @Autowired
    DSLContext sql;

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private Person duty;
    private Person head;
    private Person mayor;

    @BeforeEach
    void appoint() {
        context.getBean(Packs.class)
                .apply(new PackFiles(Map.of("pack.yaml", PACK, "rules.yaml", RULES)), Viewer.system());
        duty = person("climb-duty");
        head = person("climb-head");
        mayor = person("climb-mayor");
    }

    @Test
    void anAlarmThatNobodyAcknowledgesReachesTheThirdRoleOneAfterTheOther() {
        Station station = AlarmWorld.station().rule("climbing-dust");
        AlarmId id = world.raise(station);
        Instant recorded = world.now(id).recordedAt();
        eventually("the officer on duty is told", () -> duty.told(station) == 1);
        eventually("the head is told", () -> head.told(station) == 1);
        eventually("the mayor is told", () -> mayor.told(station) == 1);

        assertThat(head.toldAt()).isAfterOrEqualTo(recorded.plusSeconds(2));
        assertThat(mayor.toldAt()).isAfterOrEqualTo(recorded.plusSeconds(5));
        assertThat(duty.told(station)).isEqualTo(1);
        assertThat(head.told(station)).isEqualTo(1);
        JsonNode word = mayor.items().path(0);
        assertThat(word.path("page").asString()).isEqualTo("/alarms/" + id);
        assertThat(word.path("step").asInt()).isEqualTo(2);
        assertThat(word.path("text").path("en").asString()).contains("Nobody has acknowledged it");
        eventually("it climbs no further", () -> waiting(id) == 0);
        System.out.printf(
                "the third role was told %.1f s after the alarm, 5 s by the rule%n",
                Duration.between(recorded, mayor.toldAt()).toMillis() / 1000.0);
    }

    @Test
    void anAlarmThatSomebodyAcknowledgesClimbsNoFurther() {
        Station station = AlarmWorld.station().rule("climbing-dust");
        AlarmId id = world.raise(station);
        eventually("the officer on duty is told", () -> duty.told(station) == 1);
        alarms.acknowledge(id, accounts.viewerOf(duty.id()), Optional.empty());

        eventually("it has left the stairs", () -> waiting(id) == 0);
        assertThat(head.told(station)).isZero();
    }

    @Test
    void anAlarmThatClearsClimbsNoFurtherAndHistoryTellsNobody() {
        Station past = AlarmWorld.station().rule("climbing-dust").fromImport(true);
        Station minor = AlarmWorld.station().rule("climbing-dust").severity(2);
        Station station = AlarmWorld.station().rule("climbing-dust");
        world.raise(past);
        world.raise(minor);
        AlarmId id = world.raise(station);
        eventually("the officer on duty is told", () -> duty.told(station) == 1);
        world.clear(station);

        eventually("it has left the stairs", () -> waiting(id) == 0);
        assertThat(head.told(station)).isZero();
        assertThat(duty.told(past)).isZero();
        assertThat(duty.told(minor)).isZero();
    }

    private int waiting(AlarmId id) {
        return sql.fetchSingle("select count(*) from cs_alarm.climb where alarm_id = ?", id.value())
                .get(0, Integer.class);
    }

    private Person person(String role) {
        TestPeople people = new TestPeople(context);
        java.util.UUID id = accounts.create(new NewAccount(
                        role + "-" + System.nanoTime(),
                        role,
                        Optional.empty(),
                        List.of(role),
                        Optional.empty(),
                        Optional.empty()))
                .id();
        return new Person(id, PeopleClient.at(port).bearer(people.token(id)));
    }

    private record Person(java.util.UUID id, PeopleClient client) {
        JsonNode items() {
            return client.get("/api/core/v1/notices").json().path("items");
        }

        Instant toldAt() {
            return Instant.parse(items().path(0).path("at").asString());
        }

        long told(Station station) {
            long told = 0;
            for (JsonNode item : items()) {
                told += item.path("text").path("en").asString().matches("Station " + station.id() + "(\\..*)?") ? 1 : 0;
            }
            return told;
        }
    }
}
