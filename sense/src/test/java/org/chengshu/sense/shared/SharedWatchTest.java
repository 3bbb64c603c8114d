package org.chengshu.sense.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.chengshu.alarm.Alarms;
import org.chengshu.alarm.Subject;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Door;
import org.chengshu.sense.Intake;
import org.chengshu.sense.Report;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.rulebook.RuleBook;
import org.chengshu.sense.store.ReadingStore;
import org.chengshu.sense.testing.AloneTest;
import org.chengshu.sense.testing.FakeAlarms;
import org.chengshu.sense.testing.SenseWorld;
import org.chengshu.sense.testing.TestClock;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AloneTest
class SharedWatchTest {
    @Autowired
    Intake intake;

    @Autowired
    SenseWorld world;

    @Autowired
    FakeAlarms told;

    @Autowired
    TestClock clock;

    @Autowired
    SharedWatch watch;

    @Autowired
    RuleBook rules;

    @Autowired
    DeviceRegistry registry;

    @Autowired
    ReadingStore readings;

    @Autowired
    Places places;

    @Autowired
    SharedRunStore runs;

    @Autowired
    Alarms alarms;

    @Autowired
    Transactions transactions;

    private String product;
    private String rule;
    private List<String> west;

    @BeforeEach
    void setTheScene() {
        clock.advance(Duration.ofHours(1));
        product = world.freshProduct();
        rule = "many-" + product;
        world.pack(
                "pack-" + product,
                Map.of("products", List.of(SenseWorld.station(product)), "rules", List.of("""
                        {"id": "%s", "product": "%s", "title": {"zh": "多站", "en": "Many"}, "severity": 3,
                         "scope": "area", "areaKind": "district", "maxAge": "PT10M", "for": "PT1M",
                         "when": "count(pm25 > 150) >= 2 && avg(pm25) > 100"}""".formatted(
                                rule, product))));
        west = List.of(
                world.freshDevice(product, "west"),
                world.freshDevice(product, "west"),
                world.freshDevice(product, "west"));
        world.freshDevice(product, "east");
        watch.look();
    }

    @Test
    void raisesOnTheAreaOnceEnoughOfItsDevicesHaveHeldForTheTime() throws Exception {
        see(west.get(0), 160);
        watch.look();
        clock.advance(Duration.ofMinutes(2));
        watch.look();
        assertThat(toldOf()).isEmpty();

        see(west.get(1), 170);
        watch.look();
        assertThat(toldOf()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        watch.look();
        watch.look();

        assertThat(toldOf()).containsExactly("raise " + rule + "/west at " + clock.instant());
    }

    @Test
    void staysRaisedWhileNothingIsKnownAndClearsByFreshValues() throws Exception {
        raiseOnWest();

        clock.advance(Duration.ofMinutes(11));
        watch.look();
        assertThat(toldOf()).hasSize(1);

        see(west.get(0), 160);
        watch.look();

        assertThat(toldOf()).hasSize(2).last().asString().startsWith("clear " + rule + "/west");
    }

    @Test
    void goesOnAfterARestart() throws Exception {
        raiseOnWest();

        Board fresh = new Board(rules, registry, readings);
        SharedWatch second = new SharedWatch(rules, fresh, places, runs, alarms, transactions, clock);
        second.look();
        assertThat(toldOf()).hasSize(1);
        see(west.get(0), 10);
        fresh.heard(Map.of(
                registry.find(west.get(0)).orElseThrow(), Observation.of(clock.instant(), "pm25", Value.of(10))));
        second.look();

        assertThat(toldOf()).hasSize(2).last().asString().startsWith("clear " + rule + "/west");
        watch.forget(rule, new Subject("area", "west"));
    }

    @Test
    void beginsAnewAfterAPersonClearedIt() throws Exception {
        raiseOnWest();

        watch.forget(rule, new Subject("area", "west"));
        watch.look();
        clock.advance(Duration.ofMinutes(1));
        watch.look();

        assertThat(toldOf()).hasSize(2).last().asString().startsWith("raise " + rule + "/west");
    }

    @Test
    void aRuleOverAListedGroupJudgesItsMembersAlone() throws Exception {
        String group = "listed-" + product;
        overGroup(group, "\"devices\": [\"%s\", \"%s\"]".formatted(west.get(0), west.get(1)));

        see(west.get(2), 300);
        see(west.get(0), 160);
        watch.look();
        assertThat(toldOf(group)).isEmpty();
        see(west.get(1), 160);
        watch.look();

        assertThat(toldOf(group)).containsExactly("raise " + group + "/" + group + " at " + clock.instant());
        clock.advance(Duration.ofSeconds(1));
        see(west.get(1), 10);
        watch.look();
        assertThat(toldOf(group)).hasSize(2).last().asString().startsWith("clear " + group + "/" + group);
    }

    @Test
    void aRuleOverAGroupByQueryFollowsWhoFits() throws Exception {
        String group = "asked-" + product;
        overGroup(group, "\"query\": {\"product\": \"%s\", \"area\": \"east\"}".formatted(product));
        see(west.get(0), 300);
        see(west.get(1), 300);
        watch.look();
        assertThat(toldOf(group)).isEmpty();

        String first = world.freshDevice(product, "east");
        String second = world.freshDevice(product, "east");
        clock.advance(Duration.ofSeconds(11));
        see(first, 160);
        see(second, 170);
        watch.look();

        assertThat(toldOf(group)).containsExactly("raise " + group + "/" + group + " at " + clock.instant());
    }

    private void overGroup(String group, String members) {
        world.pack("pack-" + group, Map.of("groups", List.of("""
                {"id": "%s", "title": {"zh": "组", "en": "Group"}, %s}""".formatted(group, members))));
        world.pack("rules-" + group, Map.of("rules", List.of("""
                {"id": "%s", "product": "%s", "title": {"zh": "组规则", "en": "Over a group"}, "severity": 2,
                 "scope": "group", "group": "%s", "maxAge": "PT10M", "when": "count(pm25 > 150) >= 2"}""".formatted(group, product, group))));
        watch.look();
    }

    private void raiseOnWest() throws Exception {
        see(west.get(0), 160);
        see(west.get(1), 160);
        watch.look();
        clock.advance(Duration.ofMinutes(1));
        watch.look();
        assertThat(toldOf()).hasSize(1);
    }

    private List<String> toldOf() {
        return toldOf(rule);
    }

    private List<String> toldOf(String rule) {
        return told.told().stream().filter(line -> line.contains(rule + "/")).toList();
    }

    private void see(String device, double pm25) throws Exception {
        Report report = new Report(device, List.of(Observation.of(clock.instant(), "pm25", Value.of(pm25))), List.of());
        ((Intake.Taken) intake.offer(Delivery.of(Door.HTTP, clock.instant(), report)))
                .receipt()
                .get(30, TimeUnit.SECONDS);
    }
}
