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
    void aFaultyDeclarationIsRefusedWithItsPlace() {
        JsonNode report = packs(", derived: [{id: x, product: %1$s, property: note, formula: \"pm26 * 2\"}]");

        assertThat(report.toString()).contains("the product has no number property note", "did you mean 'pm25'");
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
        Delivery delivery = Delivery.of(Door.HTTP, Instant.now(), new Report(device, List.of(seen), List.of()));
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
