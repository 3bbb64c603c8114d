package org.chengshu.indicator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.chengshu.data.Grain;

class ChunksTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Property
    void chunksCoverTheRangeOnceInWholePeriods(
            @ForAll Grain grain,
            @ForAll @LongRange(min = 0, max = 2_000_000_000L) long from,
            @ForAll @IntRange(min = 1, max = 20_000_000) int seconds,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        Instant start = Instant.ofEpochSecond(from);
        Instant end = start.plusSeconds(seconds);
        List<Chunks.Chunk> chunks = Chunks.cut(grain, start, end, ZONE, Duration.ofDays(days));
        Instant at = grain.startOf(start, ZONE);
        for (Chunks.Chunk chunk : chunks) {
            assertThat(chunk.from()).isEqualTo(at);
            assertThat(grain.startOf(chunk.to(), ZONE)).isEqualTo(chunk.to());
            at = chunk.to();
        }
        assertThat(at).isAfterOrEqualTo(end);
        assertThat(grain.before(at, ZONE)).isBefore(end);
    }
}
