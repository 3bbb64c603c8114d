package org.chengshu.cases.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.cases.clock.CaseClocks;
import org.chengshu.cases.clock.ClockColour;
import org.chengshu.cases.clock.ClockRequest;
import org.chengshu.cases.clock.StageClock;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.core.access.Viewer;

/** The clocks of one case as they stand, what was asked of them, and what the viewer may do with them now. */
record ClockPage(
        List<Line> clocks, List<Asked> requests, Optional<Instant> suspendedSince, Instant at, List<String> actions) {
    static final String SUSPEND = "suspend";
    static final String EXTEND = "extend";
    static final String DECIDE = "decide";
    static final String RESUME = "resume";

    static ClockPage of(CaseFile file, CaseClocks clocks, Instant now, Viewer viewer) {
        return new ClockPage(
                clocks.clocks().stream().map(clock -> Line.of(clock, now)).toList(),
                clocks.requests().stream().map(Asked::of).toList(),
                clocks.suspendedSince(),
                now,
                actions(file, clocks, viewer));
    }

    private static List<String> actions(CaseFile file, CaseClocks clocks, Viewer viewer) {
        List<String> may = new ArrayList<>();
        boolean works = !file.closed() && CaseRights.worksOn(file, viewer);
        if (works && clocks.suspendedSince().isPresent()) {
            may.add(RESUME);
        }
        if (works
                && clocks.suspendedSince().isEmpty()
                && clocks.asked(ClockRequest.What.SUSPEND).isEmpty()) {
            may.add(SUSPEND);
        }
        if (works
                && clocks.current().flatMap(StageClock::allowed).isPresent()
                && clocks.asked(ClockRequest.What.EXTEND).isEmpty()) {
            may.add(EXTEND);
        }
        boolean waiting = clocks.requests().stream().anyMatch(one -> one.state() == ClockRequest.State.ASKED);
        if (waiting && CaseRights.dispatches(file, viewer)) {
            may.add(DECIDE);
        }
        return may;
    }

    /** One clock; times that are allowed and used are ISO 8601 durations of counted time. */
    record Line(
            String name,
            String state,
            Optional<String> colour,
            boolean working,
            Optional<String> calendar,
            Optional<Duration> allowed,
            Duration extended,
            int extensions,
            int entries,
            Duration used,
            Instant startedAt,
            Optional<Instant> stoppedAt,
            Optional<Instant> yellowAt,
            Optional<Instant> redAt,
            Optional<Instant> dueAt,
            Optional<Boolean> onTime) {
        static Line of(StageClock clock, Instant now) {
            return new Line(
                    clock.name(),
                    clock.state(),
                    clock.colour(now).map(ClockColour::word),
                    clock.terms().working(),
                    Optional.of(clock.terms().calendar())
                            .filter(_ -> clock.terms().working()),
                    clock.allowed(),
                    clock.extended(),
                    clock.extensions(),
                    clock.entries(),
                    clock.used(now),
                    clock.work().start(),
                    clock.stoodSince(),
                    clock.yellowAt(),
                    clock.redAt(),
                    clock.due(),
                    clock.onTime());
        }
    }

    record Asked(
            long seq,
            String what,
            String stage,
            Optional<String> more,
            Optional<String> reason,
            String state,
            Instant askedAt,
            Optional<String> askedBy,
            Optional<Instant> decidedAt,
            Optional<String> decidedBy,
            Optional<String> decision) {
        static Asked of(ClockRequest request) {
            return new Asked(
                    request.seq(),
                    request.what().word(),
                    request.stage(),
                    request.more(),
                    request.reason(),
                    request.state().word(),
                    request.askedAt(),
                    request.askedBy(),
                    request.decidedAt(),
                    request.decidedBy(),
                    request.decision());
        }
    }
}
