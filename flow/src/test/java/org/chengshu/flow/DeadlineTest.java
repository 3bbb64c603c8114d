package org.chengshu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.chengshu.kernel.time.Shift;
import org.chengshu.kernel.time.WorkCalendar;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final Instant FRIDAY_NOON = Instant.parse("2026-03-06T12:00:00Z");
    private static final WorkCalendar OFFICE = WorkCalendar.weekdays(ZoneOffset.UTC, Shift.of("09:00", "17:00"));
    private static final DeadlineRule TEN_HOURS = DeadlineRule.calendar(Duration.ofHours(10));

    @Test
    void isDueAfterTheAllowedTimeAroundTheClockOrInOfficeHours() {
        assertThat(TEN_HOURS.due(FRIDAY_NOON)).isEqualTo("2026-03-06T22:00:00Z");
        assertThat(DeadlineRule.working(Duration.ofHours(10), OFFICE).due(FRIDAY_NOON))
                .isEqualTo("2026-03-09T14:00:00Z");
    }

    @Test
    void isDueSoonInTheLastFifthAndOverdueOnlyAfterTheVeryInstant() {
        Deadline deadline = TEN_HOURS.startingAt(FRIDAY_NOON);

        assertThat(deadline.standing(noonPlus(479))).isEqualTo(Standing.ON_TIME);
        assertThat(deadline.standing(noonPlus(480))).isEqualTo(Standing.DUE_SOON);
        assertThat(deadline.standing(noonPlus(600))).isEqualTo(Standing.DUE_SOON);
        assertThat(deadline.standing(noonPlus(600).plusNanos(1))).isEqualTo(Standing.OVERDUE);
        assertThat(deadline.remaining(noonPlus(660))).isEqualTo(Duration.ofHours(-1));
    }

    @Test
    void staysOverdueThroughTheNightAlthoughNoWorkingTimePasses() {
        Deadline deadline = DeadlineRule.working(Duration.ofHours(5), OFFICE).startingAt(FRIDAY_NOON);

        assertThat(deadline.standing(Instant.parse("2026-03-06T17:00:00Z"))).isEqualTo(Standing.DUE_SOON);
        assertThat(deadline.standing(Instant.parse("2026-03-07T03:00:00Z"))).isEqualTo(Standing.OVERDUE);
    }

    @Test
    void movesByTheTimeItWasSuspended() {
        Deadline suspended = TEN_HOURS.startingAt(FRIDAY_NOON).suspendedAt(noonPlus(60));

        assertThat(suspended.due()).isEmpty();
        assertThat(suspended.standing(noonPlus(10_000))).isEqualTo(Standing.ON_TIME);
        assertThat(suspended.remaining(noonPlus(10_000))).isEqualTo(Duration.ofHours(9));
        Deadline resumed = suspended.resumedAt(noonPlus(180));
        assertThat(resumed.due()).contains(noonPlus(720));
        assertThat(resumed.soon()).contains(noonPlus(600));
        assertThat(resumed.extendedBy(Duration.ofHours(1)).due()).contains(noonPlus(780));
    }

    @Test
    void staysOverdueWhenSuspendedTooLate() {
        Deadline late = TEN_HOURS.startingAt(FRIDAY_NOON).suspendedAt(noonPlus(601));

        assertThat(late.due()).contains(noonPlus(600));
        assertThat(late.standing(noonPlus(700))).isEqualTo(Standing.OVERDUE);
    }

    @Test
    void doesNotStopTwiceNorRunOnTwice() {
        Deadline running = TEN_HOURS.startingAt(FRIDAY_NOON);
        Deadline suspended = running.suspendedAt(noonPlus(60));

        assertThatIllegalStateException().isThrownBy(() -> running.resumedAt(noonPlus(1)));
        assertThatIllegalStateException().isThrownBy(() -> suspended.suspendedAt(noonPlus(61)));
        assertThatIllegalArgumentException().isThrownBy(() -> suspended.resumedAt(noonPlus(59)));
        assertThatIllegalArgumentException().isThrownBy(() -> running.suspendedAt(noonPlus(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> DeadlineRule.calendar(Duration.ZERO));
    }

    private static Instant noonPlus(long minutes) {
        return FRIDAY_NOON.plus(Duration.ofMinutes(minutes));
    }
}
