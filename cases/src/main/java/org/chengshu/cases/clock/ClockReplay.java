package org.chengshu.cases.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.cases.kinds.ClockPlan;
import org.chengshu.kernel.time.WorkCalendar;

/**
 * Reads a case's history from its first line to its last and so knows its clocks; pure. Entering a stage starts or goes on
 * with its clock, leaving it stops it; time adds up over returns. A granted suspension stops all clocks from when it was
 * asked for until somebody resumes them or the case moves. A change of the kind gives the stage and the whole other terms, as
 * if they had held since the clock started. Lines whose time lies before that of an earlier one count as if
 * they had come with it.
 */
public final class ClockReplay {
    /** The calendar of that name as it was at a time, or as it is now. */
    public interface Calendars {
        WorkCalendar get(String id, Optional<Instant> at);
    }

    private static final String CLOSE = "close";
    private static final Set<String> TIMELESS = Set.of("report", CLOSE);

    private final Map<String, RunningClock> clocks = new LinkedHashMap<>();
    private final List<ClockRequest> requests = new ArrayList<>();
    private Instant last = Instant.MIN;
    private Optional<Instant> suspendedSince = Optional.empty();
    private String stage = "report";

    private ClockReplay() {}

    public static CaseClocks of(List<ClockLine> history, Calendars calendars) {
        ClockReplay replay = new ClockReplay();
        history.forEach(replay::read);
        return new CaseClocks(
                history.isEmpty() ? 0 : history.getLast().seq(),
                replay.clocks.values().stream()
                        .map(clock -> clock.asItStands(calendars))
                        .toList(),
                replay.requests,
                replay.stage,
                replay.suspendedSince);
    }

    private void read(ClockLine line) {
        Instant at = line.at().isBefore(last) ? last : line.at();
        last = at;
        if (line.moves()) {
            move(line, at);
        }
        switch (line.action()) {
            case ClockLine.ASK_SUSPEND -> ask(line, at, ClockRequest.What.SUSPEND);
            case ClockLine.ASK_EXTEND -> ask(line, at, ClockRequest.What.EXTEND);
            case ClockLine.GRANT -> decide(line, at, ClockRequest.State.GRANTED);
            case ClockLine.REFUSE -> decide(line, at, ClockRequest.State.REFUSED);
            case ClockLine.RESUME -> resume(at);
            case ClockLine.KIND_CHANGED -> line.terms().forEach(this::promise);
            default -> {}
        }
    }

    private void move(ClockLine line, Instant at) {
        resume(at);
        requests.replaceAll(request -> request.open() ? request.lapsed(at) : request);
        Optional.ofNullable(clocks.get(stage)).ifPresent(clock -> clock.leave(at));
        stage = line.to();
        if (!TIMELESS.contains(stage)) {
            enter(stage, line, at);
        }
        if (stage.equals(CLOSE)) {
            Optional.ofNullable(clocks.get(ClockPlan.WHOLE)).ifPresent(clock -> clock.leave(at));
        } else if (!Optional.ofNullable(clocks.get(ClockPlan.WHOLE))
                .map(RunningClock::inside)
                .orElse(false)) {
            enter(ClockPlan.WHOLE, line, at);
        }
    }

    private void enter(String name, ClockLine line, Instant at) {
        Optional<ClockTerms> terms = Optional.ofNullable(line.terms().get(name));
        RunningClock clock = clocks.get(name);
        if (clock == null) {
            clocks.put(name, new RunningClock(name, terms.orElse(ClockTerms.NONE), at));
        } else {
            clock.enter(terms, at);
        }
    }

    private void promise(String name, ClockTerms terms) {
        Optional.ofNullable(clocks.get(name)).ifPresent(clock -> clock.promise(terms));
    }

    private void ask(ClockLine line, Instant at, ClockRequest.What what) {
        requests.add(new ClockRequest(
                line.seq(),
                what,
                stage,
                at,
                line.who(),
                line.note(),
                Optional.ofNullable(line.values().get(ClockLine.MORE)).map(Object::toString),
                ClockRequest.State.ASKED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private void decide(ClockLine line, Instant at, ClockRequest.State how) {
        for (int i = 0; i < requests.size(); i++) {
            ClockRequest request = requests.get(i);
            if (request.open() && request.seq() == line.number(ClockLine.REQUEST)) {
                requests.set(i, request.decided(how, line, at));
                if (how == ClockRequest.State.GRANTED) {
                    granted(request, line);
                }
            }
        }
    }

    private void granted(ClockRequest request, ClockLine line) {
        if (request.what() == ClockRequest.What.EXTEND) {
            extend(stage, line.number(ClockLine.STAGE_SECONDS));
            extend(ClockPlan.WHOLE, line.number(ClockLine.WHOLE_SECONDS));
        } else if (suspendedSince.isEmpty()) {
            suspendedSince = Optional.of(request.askedAt());
            clocks.values().forEach(clock -> clock.suspend(request.askedAt()));
        }
    }

    private void extend(String name, long seconds) {
        Optional.ofNullable(clocks.get(name)).ifPresent(clock -> clock.extend(seconds));
    }

    private void resume(Instant at) {
        if (suspendedSince.isPresent()) {
            suspendedSince = Optional.empty();
            requests.replaceAll(request ->
                    request.open() && request.what() == ClockRequest.What.SUSPEND ? request.lapsed(at) : request);
            clocks.values().forEach(clock -> clock.goOn(at));
        }
    }
}
