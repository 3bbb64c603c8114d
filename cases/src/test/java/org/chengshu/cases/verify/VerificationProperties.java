package org.chengshu.cases.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.chengshu.cases.verify.Verification.Block;
import org.chengshu.cases.verify.Verification.Progress;
import org.chengshu.cases.verify.Verification.Sight;

class VerificationProperties {
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

    @Property
    void closesOnlyAfterAWholeWindowInWhichTheSensorWasHeardThroughout(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 300) Integer> arrivals,
            @ForAll @IntRange(min = 0, max = 60) int clearAt,
            @ForAll @IntRange(min = 1, max = 60) int verifyFor,
            @ForAll @IntRange(min = 1, max = 30) int maxSilence,
            @ForAll @IntRange(min = 1, max = 9) int step) {
        NavigableSet<Integer> heard = new TreeSet<>(arrivals);
        Progress progress = Progress.NONE;
        for (int now = clearAt; now <= 320; now += step) {
            progress = check(progress, sight(now, clearAt, heard.floor(now), maxSilence), verifyFor);
            if (progress.verified(at(now), Duration.ofSeconds(verifyFor))) {
                assertThat(windowOf(heard, clearAt, verifyFor, maxSilence, now)).isTrue();
            }
        }
    }

    @Property
    void aSensorHeardAllTheTimeClosesAtTheFirstLookAfterTheWindow(
            @ForAll @IntRange(min = 0, max = 60) int clearAt,
            @ForAll @IntRange(min = 1, max = 60) int verifyFor,
            @ForAll @IntRange(min = 1, max = 5) int maxSilence) {
        Progress progress = Progress.NONE;
        for (int now = clearAt; now <= clearAt + verifyFor; now++) {
            progress = check(progress, sight(now, clearAt, now, maxSilence), verifyFor);
            assertThat(progress.verified(at(now), Duration.ofSeconds(verifyFor)))
                    .isEqualTo(now == clearAt + verifyFor);
        }
    }

    @Property
    void aDeadSensorNeverCloses(
            @ForAll @IntRange(min = 0, max = 60) int diedAt,
            @ForAll @IntRange(min = 1, max = 60) int maxSilence,
            @ForAll @IntRange(min = 1, max = 60) int more) {
        int verifyFor = maxSilence + more;
        Progress progress = Progress.NONE;
        for (int now = diedAt; now <= diedAt + 200; now++) {
            progress = check(progress, sight(now, 0, diedAt, maxSilence), verifyFor);
            assertThat(progress.verified(at(now), Duration.ofSeconds(verifyFor)))
                    .as("dead since %s, asked at %s", diedAt, now)
                    .isFalse();
        }
    }

    @Property
    void anOpenSilenceAlarmStopsTheClockAndItsEndStartsItAnew(
            @ForAll @IntRange(min = 1, max = 40) int silentFrom, @ForAll @IntRange(min = 1, max = 40) int silentFor) {
        int verifyFor = 50;
        int silentTo = silentFrom + silentFor;
        Progress progress = Progress.NONE;
        List<Integer> closed = new ArrayList<>();
        for (int now = 0; now <= silentTo + verifyFor; now++) {
            boolean silent = now >= silentFrom && now < silentTo;
            Optional<Instant> cleared = now >= silentTo ? Optional.of(at(silentTo)) : Optional.empty();
            Sight sight = new Sight(
                    at(now), Optional.of(at(0)), Optional.of(at(now)), Optional.of(seconds(5)), silent, cleared);
            progress = check(progress, sight, verifyFor);
            assertThat(progress.block()).isEqualTo(silent ? Optional.of(Block.SILENCE_ALARM) : Optional.empty());
            if (progress.verified(at(now), seconds(verifyFor))) {
                closed.add(now);
            }
        }
        assertThat(closed).containsExactly(silentTo + verifyFor);
    }

    @Property
    void aSilenceAlarmThatCameAndWentBetweenTwoLooksStartsTheClockAnew(
            @ForAll @IntRange(min = 1, max = 40) int cameAndWent) {
        int verifyFor = 50;
        Progress before = check(Progress.NONE, sight(0, 0, 0, 60), verifyFor);
        Sight later = new Sight(
                at(45),
                Optional.of(at(0)),
                Optional.of(at(45)),
                Optional.of(seconds(60)),
                false,
                Optional.of(at(cameAndWent)));

        assertThat(check(before, later, verifyFor).runningSince()).contains(at(45));
    }

    @Property
    void anAlarmThatReturnsStartsTheClockAnew(@ForAll @IntRange(min = 1, max = 40) int clearAgain) {
        int verifyFor = 50;
        Progress before = check(Progress.NONE, sight(0, 0, 0, 60), verifyFor);

        assertThat(check(before, sight(clearAgain, clearAgain, clearAgain, 60), verifyFor)
                        .runningSince())
                .contains(at(clearAgain));
        Sight open = new Sight(
                at(20), Optional.empty(), Optional.of(at(20)), Optional.of(seconds(60)), false, Optional.empty());
        assertThat(check(before, open, verifyFor)).isEqualTo(Progress.stopped(Block.ALARM_OPEN));
    }

    @Property
    void aSensorThatNeverPromisedAPaceMustSpeakAfterTheWindow(@ForAll @IntRange(min = 0, max = 100) int lastWord) {
        int verifyFor = 30;
        Progress progress = check(
                Progress.NONE,
                new Sight(at(0), Optional.of(at(0)), Optional.of(at(0)), Optional.empty(), false, Optional.empty()),
                verifyFor);
        Sight sight = new Sight(
                at(100), Optional.of(at(0)), Optional.of(at(lastWord)), Optional.empty(), false, Optional.empty());

        progress = check(progress, sight, verifyFor);

        assertThat(progress.verified(at(100), seconds(verifyFor))).isEqualTo(lastWord >= verifyFor);
    }

    private static Progress check(Progress before, Sight sight, int verifyFor) {
        return Verification.check(before, sight, seconds(verifyFor));
    }

    private static Sight sight(int now, int clearAt, Integer lastSeen, int maxSilence) {
        return new Sight(
                at(now),
                Optional.of(at(clearAt)),
                Optional.ofNullable(lastSeen).map(VerificationProperties::at),
                Optional.of(seconds(maxSilence)),
                false,
                Optional.empty());
    }

    // Some stretch of verifyFor seconds after the clearing, over by now, in which no pause was too long.
    private static boolean windowOf(NavigableSet<Integer> heard, int clearAt, int verifyFor, int maxSilence, int now) {
        for (int from = clearAt; from + verifyFor <= now; from++) {
            if (heardThroughout(heard, from, from + verifyFor, maxSilence)) {
                return true;
            }
        }
        return false;
    }

    private static boolean heardThroughout(NavigableSet<Integer> heard, int from, int to, int maxSilence) {
        for (int second = from; second <= to; second++) {
            Integer last = heard.floor(second);
            if (last == null || second - last > maxSilence) {
                return false;
            }
        }
        return true;
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    private static Duration seconds(int count) {
        return Duration.ofSeconds(count);
    }
}
