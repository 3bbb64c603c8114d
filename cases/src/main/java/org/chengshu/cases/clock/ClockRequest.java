package org.chengshu.cases.clock;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Somebody's request to stop the clocks or for more time; {@code seq} is the line in which it was made. */
public record ClockRequest(
        long seq,
        What what,
        String stage,
        Instant askedAt,
        Optional<String> askedBy,
        Optional<String> reason,
        Optional<String> more,
        State state,
        Optional<Instant> decidedAt,
        Optional<String> decidedBy,
        Optional<String> decision) {
    /** What is asked for. */
    public enum What {
        SUSPEND,
        EXTEND;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A request lapses when its case moves on before anybody has decided. */
    public enum State {
        ASKED,
        GRANTED,
        REFUSED,
        LAPSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean open() {
        return state == State.ASKED;
    }

    ClockRequest lapsed(Instant at) {
        return new ClockRequest(
                seq,
                what,
                stage,
                askedAt,
                askedBy,
                reason,
                more,
                State.LAPSED,
                Optional.of(at),
                Optional.empty(),
                Optional.empty());
    }

    ClockRequest decided(State how, ClockLine by, Instant at) {
        return new ClockRequest(
                seq, what, stage, askedAt, askedBy, reason, more, how, Optional.of(at), by.who(), by.note());
    }
}
