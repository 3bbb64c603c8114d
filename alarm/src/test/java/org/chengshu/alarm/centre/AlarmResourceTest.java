package org.chengshu.alarm.centre;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.centre.AlarmWorld.Station;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackLines;
import org.chengshu.core.packs.PackSection;
import org.chengshu.core.spi.TraceLink;
import org.chengshu.core.spi.TraceRef;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AlarmTest
class AlarmResourceTest {
    private static final String ALARMS = "/api/alarm/v1/alarms";

    @Autowired
    AlarmWorld world;

    @Autowired
    ApplicationContext context;

    @Autowired
    DSLContext sql;

    @Autowired
    AlarmTrace trace;

    @Autowired
    List<PackSection> sections;

    @Autowired
    Transactions transactions;

    @LocalServerPort
    int port;

    private PeopleClient officer;

    @BeforeEach
    void signIn() {
        officer = PeopleClient.at(port).bearer(new TestPeople(context).token("alarm:read", "alarm:acknowledge"));
    }

    @Test
    void anAlarmTellsWhyItWasRaisedAndWhatBecameOfIt() {
        Station station = AlarmWorld.station();
        AlarmId id = world.raise(station);
        officer.post(ALARMS + "/" + id + "/acknowledge", Map.of("note", "已派人查看"));
        world.clear(station);

        JsonNode alarm = officer.get(ALARMS + "/" + id).json();

        assertThat(alarm.path("state").asString()).isEqualTo("cleared");
        assertThat(alarm.at("/why/condition").asString()).isEqualTo("pm10 > 300");
        assertThat(alarm.at("/title/en").asString()).isEqualTo("Too much dust");
        assertThat(alarm.at("/values/pm10").asDouble()).isEqualTo(412.5);
        assertThat(alarm.at("/clearedValues/pm10").asDouble()).isEqualTo(90.5);
        assertThat(alarm.path("series").get(0).asString()).isEqualTo(station.id() + ":pm10");
        assertThat(words(alarm.path("steps"), "step")).containsExactly("raised", "acknowledged", "cleared");
        assertThat(alarm.at("/steps/1/person").asString()).isEqualTo("Person");
        assertThat(alarm.at("/steps/1/note").asString()).isEqualTo("已派人查看");
    }

    @Test
    void aSecondAcknowledgementIsAConflict() {
        AlarmId id = world.raise(AlarmWorld.station());

        assertThat(officer.post(ALARMS + "/" + id + "/acknowledge", Map.of()).status())
                .isEqualTo(200);
        Answer again = officer.post(ALARMS + "/" + id + "/acknowledge", Map.of());

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("ALARM_ALREADY_ACKNOWLEDGED");
    }

    @Test
    void acknowledgingNeedsTheRight() {
        AlarmId id = world.raise(AlarmWorld.station());
        PeopleClient reader = PeopleClient.at(port).bearer(new TestPeople(context).token("alarm:read"));

        assertThat(reader.post(ALARMS + "/" + id + "/acknowledge", Map.of()).status())
                .isEqualTo(403);
        assertThat(PeopleClient.at(port).get(ALARMS).status()).isEqualTo(401);
    }

    @Test
    void listsNewestFirstPageByPage() {
        Station station = AlarmWorld.station();
        List<String> raised = new ArrayList<>();
        for (String rule : List.of("a", "b", "c", "d", "e")) {
            raised.addFirst(world.raise(station.rule(rule)).toString());
        }

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = officer.get(ALARMS + "?limit=2&subject=" + station.id() + cursor)
                    .json();
            seen.addAll(words(page.path("items"), "id"));
            cursor = page.path("next").isString()
                    ? "&cursor=" + page.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(seen).isEqualTo(raised);
    }

    @Test
    void filtersByStateSeverityAndRule() {
        Station station = AlarmWorld.station();
        String open = world.raise(station).toString();
        String severe = world.raise(station.rule("severe").severity(4)).toString();
        String history = world.raise(station.fromImport(false)).toString();
        world.clear(station.rule("severe"));

        assertThat(ids("subject=" + station.id())).containsExactly(open);
        assertThat(ids("state=all&severity=4&subject=" + station.id())).containsExactly(severe);
        assertThat(ids("state=cleared&subject=" + station.id())).containsExactly(severe);
        assertThat(ids("state=all&rule=dusty&subject=" + station.id())).containsExactly(open);
        assertThat(ids("state=all&historical=true&subject=" + station.id())).containsExactly(history);
        assertThat(officer.get(ALARMS + "?state=sleeping").code()).isEqualTo("ALARM_FILTER_WRONG");
        assertThat(officer.get(ALARMS + "?area=nowhere").code()).isEqualTo("ALARM_FILTER_WRONG");
    }

    @Test
    void whoServesOneDistrictSeesNothingOfTheOthers() {
        PeopleClient here = PeopleClient.at(port).bearer(new TestPeople(context).tokenIn(district("d1"), "alarm:*"));
        district("d2");
        Station mine = AlarmWorld.station().in("/d1/street/");
        Station theirs = AlarmWorld.station().in("/d2/");
        String inside = world.raise(mine).toString();
        String outside = world.raise(theirs).toString();

        assertThat(words(here.get(ALARMS).json().path("items"), "id"))
                .contains(inside)
                .doesNotContain(outside);
        assertThat(here.get(ALARMS + "/" + inside).status()).isEqualTo(200);
        assertThat(here.get(ALARMS + "/" + outside).status()).isEqualTo(404);
        assertThat(here.post(ALARMS + "/" + outside + "/acknowledge", Map.of()).status())
                .isEqualTo(404);
        assertThat(here.get(ALARMS + "/counts").json().path("open").asInt()).isEqualTo(1);
    }

    @Test
    void countsWhatIsOpenBySeverity() {
        JsonNode before = officer.get(ALARMS + "/counts").json();
        AlarmId red = world.raise(AlarmWorld.station().severity(4));
        world.raise(AlarmWorld.station().severity(1));
        officer.post(ALARMS + "/" + red + "/acknowledge", Map.of());

        JsonNode after = officer.get(ALARMS + "/counts").json();

        assertThat(grown(before, after, "/open")).isEqualTo(2);
        assertThat(grown(before, after, "/bySeverity/4")).isEqualTo(1);
        assertThat(grown(before, after, "/bySeverity/1")).isEqualTo(1);
        assertThat(grown(before, after, "/acknowledged")).isEqualTo(1);
    }

    @Test
    void theChainLeadsFromTheSeriesToTheAlarmAndBack() {
        Station station = AlarmWorld.station();
        String id = world.raise(station).toString();

        TraceLink link =
                new TraceLink(TraceRef.of("series", station.id() + ":pm10"), TraceRef.of("alarm", id), "raised");
        assertThat(trace.links(link.from(), Viewer.system())).containsExactly(link);
        assertThat(trace.links(link.to(), Viewer.system())).containsExactly(link);
        assertThat(officer.get("/api/core/v1/trace/alarm/" + id).body()).contains("Too much dust");
    }

    @Test
    void publishesItsFactsAsAView() {
        Station station = AlarmWorld.station();
        world.raise(station);
        world.clear(station);

        assertThat(sql.fetchSingle(
                                "select state, minutes_to_clear from facts.alarm_alarm where subject = ?", station.id())
                        .intoArray())
                .containsExactly("cleared", 8.0);
    }

    private String district(String code) {
        PackSection areas = sections.stream()
                .filter(section -> section.name().equals("areas"))
                .findFirst()
                .orElseThrow();
        JsonNode area = JsonMapper.shared()
                .valueToTree(Map.of(
                        "code", code, "name", Map.of("zh", "区" + code, "en", "District " + code), "kind", "district"));
        transactions.run(() ->
                areas.apply("test-" + code, List.of(new PackItem(code, area, "areas.yaml", new PackLines(Map.of())))));
        return code;
    }

    private List<String> ids(String query) {
        return words(officer.get(ALARMS + "?" + query).json().path("items"), "id");
    }

    private static int grown(JsonNode before, JsonNode after, String pointer) {
        return after.at(pointer).asInt() - before.at(pointer).asInt();
    }

    private static List<String> words(JsonNode array, String field) {
        return array.valueStream().map(item -> item.path(field).asString("")).toList();
    }
}
