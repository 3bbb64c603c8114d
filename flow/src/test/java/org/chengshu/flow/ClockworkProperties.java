package org.chengshu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.chengshu.kernel.time.Shift;
import org.chengshu.kernel.time.WorkCalendar;

class ClockworkProperties {
    private static final Instant START = Instant.parse("2026-03-06T12:00:00Z");

    @Property(tries = 300)
    void whenAThingIsDueItsTimeHasPassedAndNotBefore(
            @ForAll("clocks") Clockwork clock,
            @ForAll("paces") Pace pace,
            @ForAll @IntRange(min = 1, max = 6_000) int minutes) {
        Duration allowed = Duration.ofMinutes(minutes);

        clock.dueAfter(pace, allowed)
                .ifPresentOrElse(
                        due -> {
                            assertThat(clock.elapsed(pace, due)).isEqualTo(allowed);
                            assertThat(clock.elapsed(pace, due.minusNanos(1))).isLessThan(allowed);
                        },
                        () -> assertThat(clock.elapsed(pace, START.plus(Duration.ofDays(1_000))))
                                .isLessThan(allowed));
    }

    @Property(tries = 300)
    void timeNeverRunsBack(
            @ForAll("clocks") Clockwork clock,
            @ForAll("paces") Pace pace,
            @ForAll @IntRange(min = -100, max = 9_000) int one,
            @ForAll @IntRange(max = 9_000) int more) {
        Instant now = START.plus(Duration.ofMinutes(one));
        Instant later = now.plus(Duration.ofMinutes(more));

        assertThat(clock.elapsed(pace, later)).isGreaterThanOrEqualTo(clock.elapsed(pace, now));
        assertThat(clock.elapsed(pace, now)).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    @Provide
    Arbitrary<Clockwork> clocks() {
        return Arbitraries.integers().between(0, 1_500).list().ofMaxSize(7).map(ClockworkProperties::stoppedAfter);
    }

    /** The clock is stopped and started by turns, each so many minutes after the last. */
    private static Clockwork stoppedAfter(List<Integer> gaps) {
        Clockwork clock = Clockwork.startedAt(START);
        Instant at = START;
        for (int gap : gaps) {
            at = at.plus(Duration.ofMinutes(gap));
            clock = clock.isPaused() ? clock.resumedAt(at) : clock.pausedAt(at);
        }
        return clock;
    }

    @Provide
    Arbitrary<Pace> paces() {
        return Arbitraries.of(
                new Pace.Calendar(),
                new Pace.Working(WorkCalendar.weekdays(
                        ZoneOffset.ofHours(8), Shift.of("09:00", "12:00"), Shift.of("13:00", "17:30"))));
    }
}
