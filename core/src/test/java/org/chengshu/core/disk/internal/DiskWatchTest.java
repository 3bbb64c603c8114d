package org.chengshu.core.disk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.chengshu.core.spi.HealthState;
import org.junit.jupiter.api.Test;

class DiskWatchTest {
    private static final long MIB = 1 << 20;

    private final AtomicLong free = new AtomicLong(10_000 * MIB);
    private final DiskWatch watch = new DiskWatch(
            () -> new FreeSpace(free.get(), 100_000 * MIB), new DiskLimits(5_000 * MIB, 10, 1_000 * MIB, 5));

    @Test
    void stopsBelowTheLimitAndBeginsAgainWellAboveIt() {
        assertThat(takesInAt(1_001)).isTrue();
        assertThat(takesInAt(999)).isFalse();
        assertThat(takesInAt(1_200)).isFalse();
        assertThat(takesInAt(1_251)).isTrue();
        assertThat(takesInAt(1_001)).isTrue();
    }

    @Test
    void warnsInWordsBeforeItStops() {
        assertThat(takesInAt(4_000)).isTrue();
        assertThat(watch.look().state()).isEqualTo(HealthState.WARNING);
        assertThat(watch.look().words().en()).contains("3.9 GiB (4 %)");
        assertThat(takesInAt(900)).isFalse();
        assertThat(watch.look().state()).isEqualTo(HealthState.DOWN);
        assertThat(watch.look().remedy().orElseThrow().en()).contains("Delete nothing below pg");
    }

    @Test
    void aSmallDiskIsNotFullFromTheStart() {
        DiskLimits limits = new DiskLimits(5_000 * MIB, 10, 1_000 * MIB, 5);

        assertThat(limits.stops(new FreeSpace(500 * MIB, 1_000 * MIB), false)).isFalse();
        assertThat(limits.stops(new FreeSpace(49 * MIB, 1_000 * MIB), false)).isTrue();
    }

    @Test
    void keepsWhatItKnewWhenTheDiskCannotBeAsked() {
        DiskWatch blind = new DiskWatch(
                () -> {
                    throw new IOException("stale file handle");
                },
                new DiskLimits(2, 10, 1, 5));
        blind.observe();

        assertThat(blind.takesIn()).isTrue();
    }

    private boolean takesInAt(long mib) {
        free.set(mib * MIB);
        watch.observe();
        return watch.takesIn();
    }
}
