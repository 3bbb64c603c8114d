package org.chengshu.sense.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.store.Fresh;
import org.chengshu.sense.store.ReadingRows;
import org.chengshu.sense.store.ReadingStore;
import org.chengshu.sense.store.Rollup;
import org.chengshu.sense.testing.AloneTest;
import org.chengshu.sense.testing.SenseWorld;
import org.chengshu.wire.Value;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@AloneTest
class RetentionTest {
    @Autowired
    SenseWorld world;

    @Autowired
    ReadingStore readings;

    @Autowired
    DeviceRegistry registry;

    @Autowired
    Transactions transactions;

    @Autowired
    DSLContext db;

    @Autowired
    Clock clock;

    @Autowired
    CitySettings settings;

    @Test
    void readingsAndHoursGoWhenTheirTimeIsOverAndTheLatestStays() {
        String product = SenseWorld.station("keeper")
                .replaceFirst("\"maxSilence\"", "\"keep\": {\"raw\": \"P60D\", \"hour\": \"P1Y\"}, \"maxSilence\"");
        world.pack("pack-keeper", Map.of("products", List.of(product)));
        int kept = level(world.freshDevice("keeper"));
        int forever = level(world.freshDevice(world.freshProduct()));
        Instant begin = clock.instant().minus(Duration.ofDays(500));
        ReadingRows rows = new ReadingRows();
        for (int day = 0; day < 495; day++) {
            rows.add(kept, begin.plus(Duration.ofDays(day)), Value.of(day));
            rows.add(forever, begin.plus(Duration.ofDays(day)), Value.of(day));
        }
        Fresh fresh = readings.sift(rows);
        transactions.run(() -> readings.write(fresh));
        readings.publish(fresh);
        // Whatever is erased, all is packed first.
        readings.erase(Set.of(forever), Instant.EPOCH, Instant.EPOCH.plusSeconds(1));

        new Retention(db, readings, JsonMapper.shared(), clock, settings).run();

        // A chunk goes whole, and none is longer than a month.
        assertThat(readings.points(kept, Instant.EPOCH, clock.instant(), 1_000)).hasSizeBetween(54, 54 + 31);
        assertThat(readings.hours(List.of(kept), Instant.EPOCH, clock.instant()).get(kept))
                .hasSizeBetween(359, 362);
        assertThat(readings.latest(List.of(kept)).get(kept).value()).isEqualTo(Value.of(494));
        assertThat(readings.points(forever, Instant.EPOCH, clock.instant(), 1_000))
                .hasSize(495);
    }

    @Test
    void whatIsSentAgainAfterItWasDroppedCountsOnceInItsHour() {
        String product = SenseWorld.station("forgetful")
                .replaceFirst("\"maxSilence\"", "\"keep\": {\"raw\": \"P60D\"}, \"maxSilence\"");
        world.pack("pack-forgetful", Map.of("products", List.of(product)));
        int level = level(world.freshDevice("forgetful"));
        Instant begin = clock.instant().minus(Duration.ofDays(300));
        Instant later = clock.instant().minus(Duration.ofDays(1));
        store(level, begin, begin.plusSeconds(60), begin.plusSeconds(120), later);
        readings.erase(Set.of(level), Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
        new Retention(db, readings, JsonMapper.shared(), clock, settings).run();
        assertThat(readings.points(level, Instant.EPOCH, clock.instant(), 10)).hasSize(1);

        Fresh again =
                store(level, begin, begin.plusSeconds(60), later.plusSeconds(60), begin.minus(Duration.ofDays(9)));

        assertThat(again.size()).isEqualTo(2);
        assertThat(readings.hours(List.of(level), begin.minusSeconds(3600), begin.plusSeconds(3600))
                        .get(level))
                .extracting(Rollup::count)
                .singleElement()
                .isEqualTo(3L);
    }

    private Fresh store(int series, Instant... times) {
        ReadingRows rows = new ReadingRows();
        for (Instant time : times) {
            rows.add(series, time, Value.of(1));
        }
        Fresh fresh = readings.sift(rows);
        transactions.run(() -> readings.write(fresh));
        readings.publish(fresh);
        return fresh;
    }

    private int level(String device) {
        return registry.find(device).orElseThrow().series().get("level").id();
    }
}
