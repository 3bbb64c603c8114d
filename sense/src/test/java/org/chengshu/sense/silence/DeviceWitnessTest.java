package org.chengshu.sense.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.sense.testing.SenseAlone;
import org.chengshu.sense.testing.SenseWorld;
import org.jooq.DSLContext;
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
    DSLContext db;

    private String device;

    @BeforeEach
    void aStation() {
        device = world.freshDevice(world.freshProduct());
    }

    @Test
    void hasHeardThroughoutWhenNoPauseWasTooLong() {
        heardAt(0, 3, 5, 8);

        assertThat(witness.heardThroughout(device, hour(0), hour(9))).contains(hour(8));
        assertThat(witness.heardThroughout(device, hour(2), hour(4))).contains(hour(3));
        assertThat(witness.heardThroughout(device, hour(0), hour(11))).contains(hour(8));
    }

    @Test
    void hasNotHeardThroughoutWhenOnePauseWasTooLong() {
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

    private void heardAt(int... hours) {
        db.fetch("select cs_sense.make_month(?::timestamptz)", MIDNIGHT.atOffset(ZoneOffset.UTC));
        int series = db.fetchSingle("""
                        insert into cs_sense.series (device, property)
                        select id, 'pm25' from cs_sense.device where code = ?
                        on conflict (device, property) do update set property = excluded.property
                        returning id""", device).get(0, Integer.class);
        for (int hour : hours) {
            db.execute(
                    "insert into cs_sense.reading (series, time, num) values (?, ?::timestamptz, 1)",
                    series,
                    hour(hour).atOffset(ZoneOffset.UTC));
        }
    }

    private static Instant hour(int count) {
        return MIDNIGHT.plusSeconds(3600L * count);
    }
}
