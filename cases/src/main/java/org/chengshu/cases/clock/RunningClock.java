package org.chengshu.cases.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.chengshu.flow.Clockwork;
import org.chengshu.flow.Pace;

/** A clock while its history is being read. */
final class RunningClock {
    private final String name;
    private ClockTerms terms;
    private Clockwork work;
    private Duration extended = Duration.ZERO;
    private int extensions;
    private int entries = 1;
    private boolean inside = true;

    RunningClock(String name, ClockTerms terms, Instant start) {
        this.name = name;
        this.terms = terms;
        this.work = Clockwork.startedAt(start);
    }

    boolean inside() {
        return inside;
    }

    // The whole is promised once, when the case begins; a stage anew whenever it is entered.
    void enter(Optional<ClockTerms> anew, Instant at) {
        if (!inside) {
            terms = anew.orElse(terms);
            entries++;
            inside = true;
            work = work.resumedAt(at);
        }
    }

    void promise(ClockTerms others) {
        terms = others;
    }

    void leave(Instant at) {
        if (inside) {
            inside = false;
            suspend(at);
        }
    }

    void suspend(Instant at) {
        if (!work.isPaused()) {
            work = work.pausedAt(at);
        }
    }

    void goOn(Instant at) {
        if (inside && work.isPaused()) {
            work = work.resumedAt(at);
        }
    }

    void extend(long seconds) {
        if (seconds > 0) {
            extended = extended.plusSeconds(seconds);
            extensions++;
        }
    }

    StageClock asItStands(ClockReplay.Calendars calendars) {
        Optional<Instant> stood =
                work.isPaused() ? Optional.of(work.pauses().getLast().from()) : Optional.empty();
        // What has ended keeps the calendar by which it ended.
        Optional<Instant> asOf = inside ? Optional.empty() : stood;
        Pace pace = terms.working() ? new Pace.Working(calendars.get(terms.calendar(), asOf)) : new Pace.Calendar();
        return new StageClock(name, terms, pace, work, extended, extensions, entries, inside, stood);
    }
}
