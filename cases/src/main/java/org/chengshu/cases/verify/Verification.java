package org.chengshu.cases.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a sensor's word closes a case. It does when every alarm of the case has been clear for {@code verifyFor} and the
 * sensor was heard at least every {@code maxSilence} throughout that time; an open silence alarm stops the clock. Whatever
 * stops the clock starts it anew. All times are the platform's: neither a device's clock nor late data can hurry it. Pure.
 */
final class Verification {
    private Verification() {}

    /** What keeps the clock from running, or the case from closing. */
    enum Block {
        ALARM_OPEN,
        SILENCE_ALARM,
        NO_WITNESS,
        WITNESS_SILENT,
        AWAITS_REPORT;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What is seen at one check: since when all alarms are clear (empty while one is not), the witness's last word and the
     * longest pause it may make, whether a silence alarm is open on it, and when the last one cleared.
     */
    record Sight(
            Instant now,
            Optional<Instant> clearSince,
            Optional<Instant> lastSeen,
            Optional<Duration> maxSilence,
            boolean silenceOpen,
            Optional<Instant> silenceClearedAt) {}

    /** How far a verification has come, carried from check to check. */
    record Progress(Optional<Instant> runningSince, Optional<Instant> lastSeen, Optional<Block> block) {
        static final Progress NONE = new Progress(Optional.empty(), Optional.empty(), Optional.empty());

        static Progress stopped(Block block) {
            return new Progress(Optional.empty(), Optional.empty(), Optional.of(block));
        }

        /** When the case may close if nothing stops the clock. */
        Optional<Instant> eligibleAt(Duration verifyFor) {
            return runningSince.map(since -> since.plus(verifyFor));
        }

        boolean verified(Instant now, Duration verifyFor) {
            return block.isEmpty()
                    && eligibleAt(verifyFor).filter(time -> !now.isBefore(time)).isPresent();
        }
    }

    static Progress check(Progress before, Sight sight, Duration verifyFor) {
        Optional<Block> block = block(sight);
        if (block.isPresent()) {
            return Progress.stopped(block.get());
        }
        Instant clearSince = sight.clearSince().orElseThrow();
        Instant seen = sight.lastSeen().orElseThrow();
        Instant since = before.runningSince()
                .filter(running -> unbroken(before, running, sight))
                .orElseGet(() ->
                        later(later(clearSince, seen), sight.silenceClearedAt().orElse(seen)));
        return new Progress(Optional.of(since), Optional.of(seen), awaited(sight, since.plus(verifyFor)));
    }

    private static Optional<Block> block(Sight sight) {
        if (sight.clearSince().isEmpty()) {
            return Optional.of(Block.ALARM_OPEN);
        }
        if (sight.silenceOpen()) {
            return Optional.of(Block.SILENCE_ALARM);
        }
        if (sight.lastSeen().isEmpty()) {
            return Optional.of(Block.NO_WITNESS);
        }
        return silent(sight.lastSeen().get(), sight.now(), sight)
                ? Optional.of(Block.WITNESS_SILENT)
                : Optional.empty();
    }

    private static boolean unbroken(Progress before, Instant running, Sight sight) {
        boolean clearThroughout = !sight.clearSince().orElseThrow().isAfter(running);
        boolean noSilenceAlarm =
                sight.silenceClearedAt().filter(running::isBefore).isEmpty();
        boolean noPause = before.lastSeen()
                .filter(seen -> silent(seen, sight.lastSeen().orElseThrow(), sight))
                .isEmpty();
        return clearThroughout && noSilenceAlarm && noPause;
    }

    private static boolean silent(Instant from, Instant to, Sight sight) {
        return sight.maxSilence()
                .filter(longest -> Duration.between(from, to).compareTo(longest) > 0)
                .isPresent();
    }

    // A witness that never promised a pace proves that it lives only by a word after the whole time.
    private static Optional<Block> awaited(Sight sight, Instant end) {
        boolean needed = sight.maxSilence().isEmpty() && !sight.now().isBefore(end);
        return needed && sight.lastSeen().orElseThrow().isBefore(end)
                ? Optional.of(Block.AWAITS_REPORT)
                : Optional.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
