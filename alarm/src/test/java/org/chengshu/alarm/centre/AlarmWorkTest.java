package org.chengshu.alarm.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.Eventually.eventually;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.AlarmState;
import org.chengshu.alarm.centre.AlarmWorld.Station;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@AlarmTest
class AlarmWorkTest {
    private static final String ALARMS = "/api/alarm/v1/alarms";

    @Autowired
    AlarmWorld world;

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private TestPeople people;
    private PeopleClient officer;

    @BeforeEach
    void signIn() {
        people = new TestPeople(context);
        officer = PeopleClient.at(port).bearer(people.token("alarm:*"));
    }

    @Test
    void acknowledgesManyAtOnceAndSaysWhatWasSkippedAndWhy() {
        Station station = AlarmWorld.station();
        AlarmId one = world.raise(station);
        AlarmId two = world.raise(station.rule("other"));
        AlarmId gone = world.raise(station.rule("gone"));
        world.clear(station.rule("gone"));
        officer.post(ALARMS + "/" + two + "/acknowledge", Map.of());

        JsonNode done = officer.post(
                        ALARMS + "/acknowledge",
                        Map.of("ids", List.of(one.toString(), two.toString(), gone.toString()), "note", "一并确认"))
                .json();

        assertThat(words(done.path("done"))).containsExactly(one.toString());
        assertThat(done.at("/skipped/0/code").asString()).isEqualTo("ALARM_ALREADY_ACKNOWLEDGED");
        assertThat(done.at("/skipped/1/code").asString()).isEqualTo("ALARM_ALREADY_CLEARED");
        assertThat(world.now(one).note()).contains("一并确认");
    }

    @Test
    void acknowledgesAllOfAFilterWithinOnesArea() {
        Station station = AlarmWorld.station().rule("by-filter");
        AlarmId one = world.raise(station);
        AlarmId two = world.raise(AlarmWorld.station().rule("by-filter"));

        JsonNode done = officer.post(
                        ALARMS + "/acknowledge", Map.of("filter", Map.of("rule", "by-filter", "state", "raised")))
                .json();

        assertThat(words(done.path("done"))).containsExactlyInAnyOrder(one.toString(), two.toString());
        assertThat(done.path("more").asBoolean()).isFalse();
        assertThat(officer.post(ALARMS + "/acknowledge", Map.of()).code()).isEqualTo("ALARM_INPUT_WRONG");
    }

    @Test
    void onesOwnAcknowledgementCanBeTakenBackAndNobodyElses() {
        AlarmId id = world.raise(AlarmWorld.station());
        officer.post(ALARMS + "/" + id + "/acknowledge", Map.of());
        PeopleClient other = PeopleClient.at(port).bearer(people.token("alarm:*"));

        assertThat(other.post(ALARMS + "/" + id + "/withdraw", Map.of()).code()).isEqualTo("ALARM_NOT_ACKNOWLEDGED");
        assertThat(officer.post(ALARMS + "/" + id + "/withdraw", Map.of()).status())
                .isEqualTo(204);

        assertThat(world.now(id).state()).isEqualTo(AlarmState.RAISED);
        assertThat(steps(id)).containsExactly("raised", "acknowledged", "withdrawn");
    }

    @Test
    void aShelvedAlarmComesBackByItself() {
        Station station = AlarmWorld.station();
        AlarmId id = world.raise(station);
        officer.post(
                ALARMS + "/" + id + "/shelve",
                Map.of("until", Instant.now().plusSeconds(2).toString(), "reason", "等配件"));

        assertThat(world.now(id).open()).isTrue();
        assertThat(officer.get(ALARMS + "?shelved=true&subject=" + station.id()).body())
                .contains(id.toString(), "等配件");
        eventually("it is back", () -> world.now(id).course().shelving().isEmpty());
        assertThat(steps(id)).containsExactly("raised", "shelved", "unshelved");
    }

    @Test
    void shelvingNeedsAReasonAndATimeWithinTheLimit() {
        AlarmId id = world.raise(AlarmWorld.station());
        String path = ALARMS + "/" + id + "/shelve";

        assertThat(officer.post(
                                path,
                                Map.of("until", Instant.now().plusSeconds(60).toString(), "reason", ""))
                        .code())
                .isEqualTo("ALARM_INPUT_WRONG");
        assertThat(officer.post(path, Map.of("until", "2099-01-01T00:00:00Z", "reason", "长期"))
                        .body())
                .contains("at most 1440 minutes");
        assertThat(officer.post(ALARMS + "/" + id + "/unshelve", Map.of()).code())
                .isEqualTo("ALARM_NOT_SHELVED");
    }

    @Test
    void isAssignedOnlyToSomebodyWhoMaySeeIt() {
        AlarmId id = world.raise(AlarmWorld.station());
        AccountView reader = people.account(Optional.empty(), "alarm:read");
        AccountView stranger = people.account(Optional.empty());
        String path = ALARMS + "/" + id + "/assign";

        assertThat(officer.post(path, Map.of("person", stranger.id().toString()))
                        .code())
                .isEqualTo("ALARM_INPUT_WRONG");
        assertThat(officer.post(path, Map.of("person", reader.id().toString())).status())
                .isEqualTo(204);

        PeopleClient theirs = PeopleClient.at(port).bearer(people.token(reader.id()));
        assertThat(theirs.get(ALARMS + "?assignee=me").body()).contains(id.toString());
        eventually(
                "the person is told",
                () -> theirs.get("/api/core/v1/notices").body().contains("Assigned to you by"));
        assertThat(officer.get(ALARMS + "/" + id + "/assignees").body())
                .contains(reader.id().toString())
                .doesNotContain(stranger.id().toString());
    }

    @Test
    void aCommentIsAStepWithItsAuthor() {
        AlarmId id = world.raise(AlarmWorld.station());

        assertThat(officer.post(ALARMS + "/" + id + "/comment", Map.of("text", "现场无异味"))
                        .status())
                .isEqualTo(204);

        JsonNode step = officer.get(ALARMS + "/" + id).json().at("/steps/1");
        assertThat(step.path("step").asString()).isEqualTo("commented");
        assertThat(step.path("note").asString()).isEqualTo("现场无异味");
        assertThat(step.path("person").asString()).isEqualTo("Person");
    }

    @Test
    void theBoardTellsWhatHasWaitedLongestAndWhatHappenedSince() {
        Instant since = Instant.now();
        Station station = AlarmWorld.station().in("/board/");
        world.raise(station);
        world.raise(station.rule("red").severity(4));
        world.clear(station);

        JsonNode board = officer.get(ALARMS + "/board?since=" + since).json();

        JsonNode area = board.path("areas")
                .valueStream()
                .filter(one -> one.path("areaPath").asString().equals("/board/"))
                .findFirst()
                .orElseThrow();
        assertThat(area.at("/bySeverity/4").asInt()).isEqualTo(1);
        assertThat(area.path("open").asInt()).isEqualTo(1);
        assertThat(board.at("/since/raised").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(board.at("/since/cleared").asInt()).isGreaterThanOrEqualTo(1);
        assertThat(board.path("waiting")).isNotEmpty();
    }

    private List<String> steps(AlarmId id) {
        Answer page = officer.get(ALARMS + "/" + id);
        return page.json()
                .path("steps")
                .valueStream()
                .map(step -> step.path("step").asString())
                .toList();
    }

    private static List<String> words(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
