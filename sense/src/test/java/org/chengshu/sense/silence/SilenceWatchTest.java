package org.chengshu.sense.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chengshu.alarm.Alarms;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Door;
import org.chengshu.sense.Intake;
import org.chengshu.sense.Products;
import org.chengshu.sense.Report;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.state.DeviceLocks;
import org.chengshu.sense.state.DeviceStates;
import org.chengshu.sense.store.ReadingStore;
import org.chengshu.sense.testing.AloneTest;
import org.chengshu.sense.testing.FakeAlarms;
import org.chengshu.sense.testing.SenseWorld;
import org.chengshu.sense.testing.TestClock;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AloneTest
class SilenceWatchTest {
    @Autowired
    Intake intake;

    @Autowired
    SenseWorld world;

    @Autowired
    FakeAlarms told;

    @Autowired
    TestClock clock;

    @Autowired
    DSLContext db;

    @Autowired
    Products products;

    @Autowired
    DeviceStates states;

    @Autowired
    DeviceLocks locks;

    @Autowired
    ReadingStore readings;

    @Autowired
    Transactions transactions;

    @Autowired
    DeviceRegistry registry;

    @Autowired
    Alarms alarms;

    private SilenceWatch watch;
    private DeviceWitness witness;
    private String product;
    private String device;

    @BeforeEach
    void setTheScene() {
        watch = node();
        witness = new DeviceWitness(registry, states, readings);
        product = world.freshProduct();
        device = world.freshDevice(product);
    }

    /** A watch that starts now, as that of a node does. */
    private SilenceWatch node() {
        return new SilenceWatch(transactions, products, registry, states, locks, alarms, clock);
    }

    @Test
    void aDeviceThatFallsSilentRaisesAnAlarmOnceAndClearsItWhenItIsHeard() throws Exception {
        report();
        clock.advance(Duration.ofHours(3));
        watch.look();
        assertThat(lines()).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        Instant silent = clock.instant();
        watch.look();
        watch.look();
        assertThat(lines()).containsExactly("raise " + product + "-silence/" + device + " at " + silent);

        clock.advance(Duration.ofMinutes(5));
        report();
        assertThat(lines()).last().isEqualTo("clear " + product + "-silence/" + device + " at " + clock.instant());
        watch.look();
        assertThat(lines()).hasSize(2);
    }

    @Test
    void aDeviceThatWasNeverHeardIsNotSilent() {
        clock.advance(Duration.ofDays(10));
        watch.look();

        assertThat(lines()).isEmpty();
    }

    @Test
    void theTimeBeforeTheNodesStartDoesNotCount() throws Exception {
        report();
        clock.advance(Duration.ofHours(10));
        SilenceWatch restarted = node();
        restarted.look();
        clock.advance(Duration.ofHours(3));
        restarted.look();
        assertThat(lines()).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        restarted.look();
        assertThat(lines()).hasSize(1);
    }

    @Test
    void aDeviceThatAnotherNodeHearsIsNotSilent() throws Exception {
        report();
        clock.advance(Duration.ofHours(4));
        db.execute(
                "update cs_sense.device_state set last_seen = ?::timestamptz where device = ?",
                clock.instant().atOffset(ZoneOffset.UTC),
                registry.find(device).orElseThrow().id());
        watch.look();

        assertThat(lines()).isEmpty();
    }

    @Test
    void rejectedValuesAloneAreNoSignOfLife() throws Exception {
        report();
        clock.advance(Duration.ofHours(4));
        offer("pm25", -1);
        watch.look();

        assertThat(lines()).hasSize(1);
    }

    @Test
    void theWitnessTellsWhenTheDeviceWasHeard() throws Exception {
        assertThat(witness.find(device).orElseThrow().lastSeen()).isEmpty();
        report();

        assertThat(witness.find(device).orElseThrow().lastSeen()).contains(clock.instant());
        assertThat(witness.find(device).orElseThrow().maxSilence()).contains(Duration.ofHours(3));
        assertThat(witness.find("absent")).isEmpty();
    }

    private void report() throws Exception {
        offer("pm25", 1);
    }

    private void offer(String property, double value) throws Exception {
        Report report =
                new Report(device, List.of(Observation.of(clock.instant(), property, Value.of(value))), List.of());
        ((Intake.Taken) intake.offer(Delivery.of(Door.HTTP, clock.instant(), report)))
                .receipt()
                .get(30, TimeUnit.SECONDS);
    }

    private List<String> lines() {
        return told.told().stream().filter(line -> line.contains(device)).toList();
    }
}
