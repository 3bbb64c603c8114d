package org.chengshu.cases.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.cases.clock.CaseClocks;
import org.chengshu.cases.clock.ClockLine;
import org.chengshu.cases.clock.ClockReplay;
import org.chengshu.cases.clock.StageClock;

/**
 * Reads what counts off the history of one case; pure. Nothing that happened at or after the end of the range is looked at,
 * so what is computed for a range never changes with what comes later. Each clock counts once: when it was left in time
 * then, else when its time was over.
 */
final class CaseJudge {
    private static final Set<String> SUPERVISION = Set.of("supervised");
    private static final Map<String, Measure> ON_TIME = Map.of(
            "accept", Measure.ACCEPTED_ON_TIME,
            "dispatch", Measure.DISPATCHED_ON_TIME,
            "handle", Measure.HANDLED_ON_TIME,
            "verify", Measure.VERIFIED_ON_TIME,
            "whole", Measure.CLOSED_ON_TIME);
    private static final Map<String, Measure> HOURS = Map.of(
            "accept", Measure.ACCEPT_HOURS,
            "dispatch", Measure.DISPATCH_HOURS,
            "handle", Measure.HANDLE_HOURS,
            "verify", Measure.VERIFY_HOURS,
            "whole", Measure.CLOSE_HOURS);

    private final JudgedCase one;
    private final DayRange range;
    private final List<CaseMark> marks = new ArrayList<>();
    private final CaseCourse course;

    private CaseJudge(JudgedCase one, DayRange range) {
        this.one = one;
        this.range = range;
        this.course = CaseCourse.of(one);
    }

    static List<CaseMark> marks(JudgedCase whole, ClockReplay.Calendars calendars, DayRange range) {
        JudgedCase one = whole.until(range.to());
        if (one.putAside()) {
            return List.of();
        }
        CaseJudge judge = new CaseJudge(one, range);
        CaseClocks clocks = ClockReplay.of(one.lines(), calendars);
        clocks.clocks().forEach(judge::clock);
        judge.closedWithoutWhole(clocks);
        for (int i = 0; i < one.lines().size(); i++) {
            judge.line(i);
        }
        return judge.marks;
    }

    private void clock(StageClock clock) {
        Optional<Measure> hours = Optional.ofNullable(HOURS.get(clock.name()));
        Optional<Integer> line = course.lastOf(clock.name());
        if (hours.isEmpty() || line.isEmpty()) {
            return;
        }
        if (!clock.inside()) {
            Instant left = clock.stoodSince().orElseThrow();
            mark(line.get(), hours.get(), left, 1, clock.used(left).toSeconds());
        }
        judged(clock)
                .ifPresent(
                        when -> mark(line.get(), ON_TIME.get(clock.name()), when, 1, late(clock, range.to()) ? 0 : 1));
    }

    /** When it is known whether the clock's time was kept. */
    private Optional<Instant> judged(StageClock clock) {
        return late(clock, range.to()) ? clock.due() : clock.onTime().flatMap(kept -> clock.stoodSince());
    }

    private static boolean late(StageClock clock, Instant now) {
        return clock.inside()
                ? clock.running()
                        && clock.due().filter(due -> due.isBefore(now)).isPresent()
                : clock.onTime().filter(kept -> !kept).isPresent();
    }

    // Where nothing is promised for the whole, a case is closed on time when each stage was done on time.
    private void closedWithoutWhole(CaseClocks clocks) {
        boolean promised = clocks.find("whole").flatMap(StageClock::allowed).isPresent();
        List<Boolean> stages = clocks.clocks().stream()
                .flatMap(clock -> clock.onTime().stream())
                .toList();
        Optional<Integer> closing = course.lastOf("whole");
        if (!promised
                && !stages.isEmpty()
                && closing.isPresent()
                && clocks.stage().equals("close")) {
            Instant at = one.lines().get(closing.get()).at();
            mark(closing.get(), Measure.CLOSED_ON_TIME, at, 1, stages.contains(false) ? 0 : 1);
        }
    }

    private void line(int i) {
        ClockLine line = one.lines().get(i);
        Instant at = line.at();
        if (line.action().equals("handled")) {
            mark(i, Measure.REWORK, at, 1, 0);
        }
        if (course.sentBack(line)) {
            mark(i, Measure.REWORK, at, 0, 1);
        }
        if (line.action().equals("dispatch")) {
            mark(i, Measure.RETURNS, at, 1, 0);
            mark(i, Measure.SUPERVISED, at, 1, 0);
        }
        if (line.from().equals("handle") && line.to().equals("dispatch")) {
            mark(i, Measure.RETURNS, at, 0, 1);
        }
        if (SUPERVISION.contains(line.action())) {
            mark(i, Measure.SUPERVISED, at, 0, 1);
        }
        if (!line.from().equals("close") && line.to().equals("close")) {
            mark(i, Measure.FALSE_CLOSURES, at, 1, 0);
        }
        if (line.action().equals("false-closure")) {
            mark(i, Measure.FALSE_CLOSURES, at, 0, 1);
        }
        if (line.values().get("score") instanceof Number score) {
            mark(i, Measure.SATISFACTION, at, 1, score.longValue());
        }
    }

    private void mark(int line, Measure measure, Instant at, int n, long value) {
        if (range.holds(at)) {
            marks.add(new CaseMark(
                    one.id(),
                    one.lines().get(line).seq(),
                    measure,
                    at,
                    one.areaPath(),
                    course.department(line, measure),
                    course.post(line, measure),
                    n,
                    value));
        }
    }
}
