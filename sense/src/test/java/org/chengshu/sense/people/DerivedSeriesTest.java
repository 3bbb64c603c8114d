package org.chengshu.sense.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.chengshu.sense.Receipt;
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

/** Series that the platform works out, as they come in and for what was there before. */
@SenseTest
class DerivedSeriesTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");

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

    @BeforeEach
    void setTheScene() {
        steward = PeopleClient.at(port).bearer(new TestPeople(context).token("sense:*", "alarm:read"));
        product = "derives-" + NUMBER.incrementAndGet();
        apply("1.0.0", "");
        device = world.freshDevice(product);
    }

    @Test
    void aDerivedValueIsStoredAndJudgedWithTheObservationItComesFrom() throws Exception {
        apply("1.1.0", """
                , derived: [{id: mean-%1$s, product: %1$s, property: level, formula: "mean * 2",
                             windows: [{name: mean, of: pm25, take: avg, over: PT30M}]}],
                rules: [{id: high-%1$s, product: %1$s, title: {zh: 高, en: High}, severity: 2, when: level > 250}]""");

        assertThat(see(0, 100)).isEqualTo(new Receipt(1, 0, 0, 0));
        see(20, 160);
        see(40, 130);

        assertThat(readings("level")).containsExactly("08:00 200.0", "08:20 260.0", "08:40 290.0");
        assertThat(steward.get("/api/alarm/v1/alarms?state=all&subject=" + device)
                        .json()
                        .at("/items/0/raisedAt")
                        .asString())
                .isEqualTo("2026-03-02T08:20:00Z");
    }

    @Test
    void whatIsDerivedCannotBeReported() throws Exception {
        apply("1.1.0", """
                , derived: [{id: twice-%1$s, product: %1$s, property: level, formula: "pm25 * 2"}]""");

        Receipt receipt = offer(Observation.of(EIGHT, Map.of("pm25", Value.of(1), "level", Value.of(99))));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 1, 0));
        assertThat(readings("level")).containsExactly("08:00 2.0");
        assertThat(world.reasons(device)).containsExactly("derived");
    }

    @Test
    void whatWasStoredBeforeIsFilledByAJob() throws Exception {
        see(0, 10);
        see(30, 20);
        see(60, 40);

        apply("1.1.0", """
                , derived: [{id: sum-%1$s, product: %1$s, property: level, formula: "area + step",
                             windows: [{name: area, of: pm25, take: integral, over: PT2H},
                                       {name: step, of: pm25, take: change, over: PT1H}]}]""");

        Eventually.eventually("the series is filled", () -> readings("level").size() == 3);
        assertThat(readings("level")).containsExactly("08:00 0.0", "08:30 17.5", "09:00 42.5");
    }

    @Test
    void aLateReadingCorrectsTheWindowsOfLaterTimesAndTheirHours() throws Exception {
        apply("1.1.0", """
                , derived: [{id: mean-%1$s, product: %1$s, property: level, formula: "mean",
                             windows: [{name: mean, of: pm25, take: avg, over: PT1H}]}]""");
        see(0, 100);
        see(40, 130);
        see(90, 10);

        see(20, 160);

        eventually("08:00 100.0", "08:20 130.0", "08:40 130.0", "09:30 70.0");
        JsonNode hours = steward.get("/api/sense/v1/devices/" + device
                        + "/series/level/readings?from=2026-03-02T08:00:00Z&to=2026-03-02T10:00:00Z&bucket=PT1H")
                .json();
        assertThat(hours.findValuesAsString("avg")).containsExactlyInAnyOrder("120.0", "70.0");
    }

    @Test
    void twoStationsAreComparedEvenWhenTheOtherSpeaksLater() throws Exception {
        String other = world.freshDevice(product);
        apply("1.1.0", """
                , derived: [{id: over-%1$s, product: %1$s, property: level, formula: "pm25 - park",
                             others: [{name: park, device: %2$s, of: pm25, maxAge: PT30M}]}]""".formatted(product, other));
        offer(other, Observation.of(EIGHT.minusSeconds(60), "pm25", Value.of(40)));
        see(0, 100);
        see(10, 100);
        see(40, 100);
        assertThat(readings("level")).containsExactly("08:00 60.0", "08:10 60.0");

        offer(other, Observation.of(EIGHT.plusSeconds(300), "pm25", Value.of(70)));
        offer(other, Observation.of(EIGHT.plusSeconds(2_300), "pm25", Value.of(95)));

        eventually("08:00 60.0", "08:10 30.0", "08:40 5.0");
    }

    @Test
    void aRewordedSeriesIsWorkedOutAnewOverItsHistory() throws Exception {
        apply("1.1.0", """
                , derived: [{id: times-%1$s, product: %1$s, property: level, formula: "pm25 * 2"}]""");
        see(0, 10);
        see(30, 1);
        assertThat(readings("level")).containsExactly("08:00 20.0", "08:30 2.0");

        apply("1.2.0", """
                , derived: [{id: times-%1$s, product: %1$s, property: level, formula: "pm25 > 5 ? pm25 * 3 : 0.0"}]""");

        eventually("08:00 30.0", "08:30 0.0");
        Eventually.eventually("the second version is complete", () -> told().at("/versions/0/completeAt")
                .isString());
        assertThat(told().at("/versions/0/version").asInt()).isEqualTo(2);
        assertThat(told().at("/versions/1/wording/formula").asString()).isEqualTo("pm25 * 2");
    }

    @Test
    void erasedReadingsAreErasedFromWhatRestsOnThem() throws Exception {
        apply("1.1.0", """
                , derived: [{id: mean-%1$s, product: %1$s, property: level, formula: "mean",
                             windows: [{name: mean, of: pm25, take: avg, over: PT1H}]}]""");
        see(0, 100);
        see(20, 999);
        see(40, 130);

        steward.post(
                "/api/sense/v1/devices/" + device + "/erasures",
                Map.of(
                        "from", EIGHT.plusSeconds(1_200).toString(),
                        "to", EIGHT.plusSeconds(1_260).toString(),
                        "properties", List.of("pm25"),
                        "reason", "the sensor was being cleaned"));

        eventually("08:00 100.0", "08:40 115.0");
    }

    @Test
    void anotherFormulaIsTriedOnHistoryAndChangesNothing() throws Exception {
        apply("1.1.0", """
                , derived: [{id: times-%1$s, product: %1$s, property: level, formula: "pm25 * 2"}]""");
        see(0, 10);
        see(30, 20);
        Map<String, String> order = Map.of(
                "device",
                device,
                "from",
                EIGHT.toString(),
                "to",
                EIGHT.plusSeconds(7_200).toString());

        JsonNode asItIs = tried(order).json();
        JsonNode other = tried(with(order, "pm25 > 15 ? pm25 * 2 : 0.0")).json();

        assertThat(asItIs.at("/differing").asInt()).isZero();
        assertThat(other.at("/values").asInt()).isEqualTo(2);
        assertThat(other.at("/differing").asInt()).isEqualTo(1);
        assertThat(other.findValuesAsString("value")).containsExactly("0.0", "40.0");
        assertThat(tried(with(order, "pm26 * 2")).json().at("/detail").asString())
                .contains("did you mean 'pm25'");
        assertThat(readings("level")).containsExactly("08:00 20.0", "08:30 40.0");
    }

    private PeopleClient.Answer tried(Map<String, String> order) {
        return steward.post("/api/sense/v1/derived/times-" + product + "/trial", order);
    }

    private static Map<String, String> with(Map<String, String> order, String formula) {
        Map<String, String> other = new TreeMap<>(order);
        other.put("formula", formula);
        return other;
    }

    @Test
    void aSeriesMadeOfItselfIsRefusedWithItsWay() {
        JsonNode report = packs("""
                , derived: [
                  {id: one-%1$s, product: %1$s, property: level, formula: "mean",
                   windows: [{name: mean, of: pm25, take: avg, over: PT1H}]},
                  {id: two-%1$s, product: %1$s, property: pm25, formula: "around",
                   others: [{name: around, area: district, of: level, maxAge: PT1H}]}]""");

        assertThat(report.toString())
                .contains("cannot be made of itself: %1$s/level <- %1$s/pm25 <- %1$s/level".formatted(product));
    }

    @Test
    void whatIsTakenFromOthersHasToBeThere() {
        JsonNode report = packs("""
                , derived: [{id: x-%1$s, product: %1$s, property: level, formula: "pm25 - a - b",
                  others: [{name: a, device: nobody, of: pm25, maxAge: P2D},
                           {name: a, group: none, of: note, maxAge: PT1H}]}]""");

        assertThat(report.toString())
                .contains(
                        "there is no device nobody",
                        "there is no group none",
                        "at most P1D",
                        "has no number property note",
                        "this name means something else already");
    }

    @Test
    void aFaultyDeclarationIsRefusedWithItsPlace() {
        JsonNode report = packs(", derived: [{id: x, product: %1$s, property: note, formula: \"pm26 * 2\"}]");

        assertThat(report.toString()).contains("the product has no number property note", "did you mean 'pm25'");
    }

    @Test
    void whatTakesNothingOfItsOwnDeviceIsRefusedBecauseItWouldNeverHaveAValue() {
        JsonNode report = packs("""
                , derived: [{id: x-%1$s, product: %1$s, property: level, formula: "around * 2",
                  others: [{name: around, area: district, of: pm25, maxAge: PT1H}]}]""");

        assertThat(report.size()).isEqualTo(1);
        assertThat(report.get(0).toString()).contains("all.yaml:", "takes a property or a window of the device itself");
    }

    private JsonNode packs(String more) {
        return tools.jackson.databind.json.JsonMapper.shared()
                .valueToTree(packs.check(files("1.1.0", more)).faults());
    }

    private void apply(String version, String more) {
        packs.apply(files(version, more), Viewer.system());
    }

    private PackFiles files(String version, String more) {
        return new PackFiles(Map.of(
                "pack.yaml",
                "{id: pack-" + product + ", version: " + version
                        + ", title: {zh: 试, en: Try}, description: {zh: 试, en: Try}}",
                "all.yaml",
                "{products: [" + SenseWorld.station(product) + "]" + more.formatted(product) + "}"));
    }

    private Receipt see(int minute, double pm25) throws Exception {
        return offer(Observation.of(EIGHT.plusSeconds(minute * 60L), "pm25", Value.of(pm25)));
    }

    private Receipt offer(Observation seen) throws Exception {
        return offer(device, seen);
    }

    private JsonNode told() {
        return steward.get("/api/sense/v1/derived/times-" + product).json();
    }

    private void eventually(String... expected) {
        Eventually.eventually(
                List.of(expected) + " is there", () -> readings("level").equals(List.of(expected)));
    }

    private Receipt offer(String code, Observation seen) throws Exception {
        Delivery delivery = Delivery.of(Door.HTTP, Instant.now(), new Report(code, List.of(seen), List.of()));
        return ((Intake.Taken) intake.offer(delivery)).receipt().get(30, TimeUnit.SECONDS);
    }

    private List<String> readings(String property) {
        JsonNode items = steward.get("/api/sense/v1/devices/" + device + "/series/" + property
                        + "/readings?from=2026-03-02T00:00:00Z&to=2026-03-03T00:00:00Z")
                .json();
        Map<String, String> byTime = new TreeMap<>();
        items.findParents("time")
                .forEach(item -> byTime.put(
                        item.get("time").asString().substring(11, 16),
                        item.get("value").asString()));
        return byTime.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }
}
