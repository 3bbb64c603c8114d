package org.chengshu.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class IdsTest {
    @Property
    void sortByTheMicrosecondTheyWereMadeIn(
            @ForAll @LongRange(min = 0, max = 1L << 54) long micros, @ForAll long one, @ForAll long another) {
        Instant earlier = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        UUID first = Ids.at(earlier, one);
        UUID second = Ids.at(earlier.plus(1, ChronoUnit.MICROS), another);

        assertThat(first.toString()).isLessThan(second.toString());
        assertThat(first.version()).isEqualTo(7);
        assertThat(first.variant()).isEqualTo(2);
    }

    @Property
    void tellTheMillisecondTheyWereMadeIn(
            @ForAll @LongRange(min = 0, max = 1L << 47) long millis, @ForAll long random) {
        UUID id = Ids.at(Instant.ofEpochMilli(millis).plusNanos(999_999), random);

        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(millis);
    }
}
