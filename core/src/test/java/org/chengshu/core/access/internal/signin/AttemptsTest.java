package org.chengshu.core.access.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.chengshu.core.access.internal.account.PasswordCheck;

class AttemptsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Example
    void areFreeAtFirstThenCostTwiceAsLongEachTimeUntilTheyLock() {
        List<Duration> waits = new ArrayList<>();
        Attempts attempts = Attempts.none(NOW);
        for (int i = 0; i < PasswordCheck.LOCKING_FAILURES; i++) {
            attempts = attempts.failedAt(NOW);
            waits.add(attempts.waitAt(NOW));
        }

        assertThat(waits.subList(0, 4)).containsOnly(Duration.ZERO);
        assertThat(waits.subList(4, 9)).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L);
        assertThat(waits.getLast()).isEqualTo(PasswordCheck.LOCK);
        assertThat(attempts.locked()).isTrue();
    }

    @Property
    void areForgottenAfterAQuarterOfAnHour(@ForAll @IntRange(min = 1, max = 100) int failures) {
        Attempts attempts = new Attempts(failures, NOW);

        assertThat(attempts.asOf(NOW.plus(PasswordCheck.LOCK).minusMillis(1))).isEqualTo(attempts);
        assertThat(attempts.asOf(NOW.plus(PasswordCheck.LOCK)).failures()).isZero();
    }

    @Property
    void neverMakeAnybodyWaitLongerThanTheLock(@ForAll @IntRange(max = 1_000_000) int failures) {
        assertThat(new Attempts(failures, NOW).waitAt(NOW)).isBetween(Duration.ZERO, PasswordCheck.LOCK);
    }
}
