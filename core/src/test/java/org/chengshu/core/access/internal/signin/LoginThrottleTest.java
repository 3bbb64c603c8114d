package org.chengshu.core.access.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chengshu.core.http.TryLater;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void doublesTheWaitFromOneSecondUpToAMinute() {
        failFreely();
        List<Integer> waits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int wait = refused("li").seconds();
            waits.add(wait);
            now = now.plusSeconds(wait);
            throttle.begin("li");
        }
        assertThat(waits).containsExactly(1, 2, 4, 8, 16, 32, 60, 60);
    }

    @Test
    void countsAnAttemptThatItRefusedNeitherForNorAgainst() {
        failFreely();
        refused("li");
        refused("LI");

        now = now.plusSeconds(1);

        assertThatCode(() -> throttle.begin("li")).doesNotThrowAnyException();
    }

    @Test
    void forgetsAfterASuccessOrAQuarterOfAnHour() {
        failFreely();
        now = now.plusSeconds(1);
        throttle.begin("li");
        throttle.succeeded("li");
        failFreely();
        now = now.plus(Duration.ofMinutes(15)).plusMillis(1);
        failFreely();
    }

    @Test
    void leavesOtherNamesAlone() {
        failFreely();

        assertThatCode(() -> throttle.begin("wang")).doesNotThrowAnyException();
    }

    private void failFreely() {
        for (int i = 0; i < 5; i++) {
            throttle.begin("li");
        }
    }

    private TryLater refused(String name) {
        return catchThrowableOfType(TryLater.class, () -> throttle.begin(name));
    }
}
