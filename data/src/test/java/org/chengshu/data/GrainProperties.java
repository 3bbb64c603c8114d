package org.chengshu.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class GrainProperties {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<ZoneId> ZONES =
            List.of(SHANGHAI, ZoneId.of("Europe/Berlin"), ZoneId.of("Asia/Kathmandu"), ZoneId.of("UTC"));

    @Property
    void everyInstantLiesInItsPeriod(
            @ForAll Grain grain, @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
        Instant instant = Instant.ofEpochSecond(second);
        for (ZoneId zone : ZONES) {
            Instant start = grain.startOf(instant, zone);
            assertThat(start).isBeforeOrEqualTo(instant);
            assertThat(grain.next(start, zone)).isAfter(instant);
            assertThat(grain.startOf(start, zone)).isEqualTo(start);
        }
    }

    @Property
    void periodsFollowEachOtherWithoutGaps(
            @ForAll Grain grain, @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
        for (ZoneId zone : ZONES) {
            Instant start = grain.startOf(Instant.ofEpochSecond(second), zone);
            assertThat(grain.before(grain.next(start, zone), zone)).isEqualTo(start);
        }
    }

    @Test
    void theCitysDayStartsAtItsMidnight() {
        assertThat(Grain.DAY.startOf(Instant.parse("2026-03-01T15:59:59Z"), SHANGHAI))
                .isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
        assertThat(Grain.WEEK.startOf(Instant.parse("2026-03-01T00:00:00Z"), SHANGHAI))
                .isEqualTo(Instant.parse("2026-02-22T16:00:00Z"));
    }

    @Test
    void listsThePeriodsOfATime() {
        assertThat(Grain.MONTH.starts(
                        Instant.parse("2026-01-15T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z"), ZoneId.of("UTC")))
                .containsExactly(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));
    }
}
