package org.chengshu.sense.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Door;
import org.chengshu.sense.Intake;
import org.chengshu.sense.Report;
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
class AbsenceWatchTest {
    @Autowired
    Intake intake;

    @Autowired
    SenseWorld world;

    @Autowired
    FakeAlarms told;

    @Autowired
    TestClock clock;

    @Autowired
    AbsenceWatch watch;

    private String rule;
    private String device;

    @BeforeEach
    void setTheScene() throws Exception {
        clock.advance(Duration.ofHours(1));
        String product = world.freshProduct();
        rule = "absent-" + product;
        world.pack(
                "pack-" + product,
                Map.of("products", List.of(SenseWorld.station(product)), "rules", List.of("""
                        {"id": "%s", "product": "%s", "title": {"zh": "缺测", "en": "Absent"}, "severity": 2,
                         "absent": {"property": "level", "for": "PT30M"}}""".formatted(
                                rule, product))));
        device = world.freshDevice(product);
        world.freshDevice(product);
        see("level", 1);
        watch.look();
    }

    @Test
    void raisesThoughTheDeviceSpeaksOfOtherThingsAndClearsWhenTheValueComes() throws Exception {
        clock.advance(Duration.ofMinutes(20));
        see("pm25", 10);
        watch.look();
        assertThat(toldOf()).isEmpty();

        clock.advance(Duration.ofMinutes(11));
        see("pm25", 10);
        watch.look();
        watch.look();
        assertThat(toldOf()).containsExactly("raise " + rule + "/" + device + " at " + clock.instant());

        clock.advance(Duration.ofMinutes(1));
        see("level", 2);
        watch.look();
        assertThat(toldOf()).hasSize(2).last().isEqualTo("clear " + rule + "/" + device + " at " + clock.instant());
    }

    @Test
    void clearsWhenTheRuleIsTakenAway() {
        clock.advance(Duration.ofMinutes(31));
        watch.look();
        assertThat(toldOf()).hasSize(1);

        world.pack("pack-" + rule.substring("absent-".length()), Map.of());
        watch.look();

        assertThat(toldOf()).hasSize(2).last().asString().startsWith("clear ");
    }

    private List<String> toldOf() {
        return told.told().stream().filter(line -> line.contains(rule + "/")).toList();
    }

    private void see(String property, double value) throws Exception {
        Report report =
                new Report(device, List.of(Observation.of(clock.instant(), property, Value.of(value))), List.of());
        ((Intake.Taken) intake.offer(Delivery.of(Door.HTTP, clock.instant(), report)))
                .receipt()
                .get(30, TimeUnit.SECONDS);
    }
}
