package org.chengshu.sense.rules;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.sense.codec.Micros;

/**
 * What one rule remembers of one device, as numbers in the order of {@link RuleJudge}: when its alarm was raised, at which
 * level, since when each level's condition has held, and so on. {@link Micros#NONE} stands for nothing.
 */
record Run(String fingerprint, List<Long> cells) {
    Run {
        Objects.requireNonNull(fingerprint, "fingerprint");
        cells = List.copyOf(cells);
        if (cells.size() < RuleJudge.SINCE) {
            throw new IllegalArgumentException("a run says whether it is raised");
        }
    }

    static Run plain(String fingerprint, Instant since, Optional<Instant> raised) {
        long at = raised.map(Micros::of).orElse(Micros.NONE);
        return new Run(fingerprint, List.of(at, raised.isPresent() ? 0 : Micros.NONE, Micros.of(since)));
    }

    boolean isRaised() {
        return cells.get(RuleJudge.RAISED) != Micros.NONE;
    }
}
