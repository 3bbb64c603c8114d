package org.chengshu.core.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class QuietHoursProperties {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe")
                .map(ZoneId::of);
    }

    @Property
    void theyEndLaterAndWithinADayAndAnHour(
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = 1_700_000_000, max = 1_900_000_000) long second,
            @ForAll @IntRange(max = 1439) int from,
            @ForAll @IntRange(max = 1439) int to) {
        Assume.that(from != to);
        Instant now = Instant.ofEpochSecond(second);

        Optional<Instant> end = new QuietHours(minute(from), minute(to)).endAfter(now, zone);

        end.ifPresent(then -> assertThat(then)
                .isAfter(now)
                .isBefore(now.plus(Duration.ofHours(25).plusMinutes(1))));
    }

    @Property
    void itIsQuietExactlyWhenTheClockSaysSoAndNotWhenTheyHaveEnded(
            @ForAll @LongRange(min = 1_700_000_000, max = 1_900_000_000) long second,
            @ForAll @IntRange(max = 1439) int from,
            @ForAll @IntRange(max = 1439) int to) {
        Assume.that(from != to);
        QuietHours hours = new QuietHours(minute(from), minute(to));
        Instant now = Instant.ofEpochSecond(second);
        int clock = now.atZone(SHANGHAI).toLocalTime().toSecondOfDay();
        int length = Math.floorMod(to - from, 1440) * 60;
        boolean quiet = Math.floorMod(clock - from * 60, 86_400) < length;

        Optional<Instant> end = hours.endAfter(now, SHANGHAI);

        assertThat(end.isPresent()).isEqualTo(quiet);
        end.ifPresent(then -> assertThat(hours.endAfter(then, SHANGHAI)).isEmpty());
    }

    @Example
    void theyGoOverMidnight() {
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

        assertThat(night.endAfter(Instant.parse("2026-11-26T15:30:00Z"), SHANGHAI))
                .hasValue(Instant.parse("2026-11-26T23:00:00Z"));
        assertThat(night.endAfter(Instant.parse("2026-11-26T22:59:59Z"), SHANGHAI))
                .hasValue(Instant.parse("2026-11-26T23:00:00Z"));
        assertThat(night.endAfter(Instant.parse("2026-11-26T23:00:00Z"), SHANGHAI))
                .isEmpty();
    }

    private static LocalTime minute(int minute) {
        return LocalTime.of(minute / 60, minute % 60);
    }
}
