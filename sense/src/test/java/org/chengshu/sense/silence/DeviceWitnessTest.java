package org.chengshu.sense.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Door;
import org.chengshu.sense.Intake;
import org.chengshu.sense.Report;
import org.chengshu.sense.testing.SenseAlone;
import org.chengshu.sense.testing.SenseWorld;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A station may be silent for three hours. */
@SpringBootTest(
        classes = {SenseAlone.class, TestCityConfiguration.class, DeviceWitness.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class DeviceWitnessTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");

    @Autowired
    SenseWorld world;

    @Autowired
    DeviceWitness witness;

    @Autowired
    Intake intake;

    private String device;

    @BeforeEach
    void aStation() {
        device = world.freshDevice(world.freshProduct());
    }

    @Test
    void hasHeardThroughoutWhenNoPauseWasTooLong() throws Exception {
        heardAt(0, 3, 5, 8);

        assertThat(witness.heardThroughout(device, hour(0), hour(9))).contains(hour(8));
        assertThat(witness.heardThroughout(device, hour(2), hour(4))).contains(hour(3));
        assertThat(witness.heardThroughout(device, hour(0), hour(11))).contains(hour(8));
    }

    @Test
    void hasNotHeardThroughoutWhenOnePauseWasTooLong() throws Exception {
        heardAt(0, 2, 6, 8);

        assertThat(witness.heardThroughout(device, hour(0), hour(8))).isEmpty();
        assertThat(witness.heardThroughout(device, hour(6), hour(12))).isEmpty();
        assertThat(witness.heardThroughout(device, hour(5), hour(8))).isEmpty();
    }

    @Test
    void hasNotHeardWhatNeverSpoke() {
        assertThat(witness.heardThroughout(device, hour(0), hour(1))).isEqualTo(Optional.empty());
        assertThat(witness.heardThroughout("nobody", hour(0), hour(1))).isEmpty();
    }

    private void heardAt(int... hours) throws Exception {
        for (int hour : hours) {
            Report report = new Report(device, List.of(Observation.of(hour(hour), "pm25", Value.of(1))), List.of());
            ((Intake.Taken) intake.offer(Delivery.of(Door.HTTP, hour(hour), report)))
                    .receipt()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static Instant hour(int count) {
        return MIDNIGHT.plusSeconds(3600L * count);
    }
}
