package org.chengshu.cases.clock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.cases.calendar.WorkCalendars;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.ClockPlan;
import org.chengshu.cases.kinds.TimeLimit;
import org.chengshu.flow.CityCase;
import org.chengshu.flow.Stage;
import org.chengshu.kernel.Severity;
import org.springframework.stereotype.Component;

/** What the kind of a case allows from now on, as its steps write it down. */
@Component
public final class ClockTermsBook {
    private final WorkCalendars calendars;

    ClockTermsBook(WorkCalendars calendars) {
        this.calendars = calendars;
    }

    /** The terms of the clocks that this move starts: of the stage, and of the whole when the case begins. */
    public Map<String, ClockTerms> entering(CaseKind kind, Severity severity, Stage from, Stage to) {
        Map<String, ClockTerms> terms = new HashMap<>();
        add(terms, to.name(), kind.clocks(), severity);
        if (from.equals(CityCase.REPORT)) {
            add(terms, ClockPlan.WHOLE, kind.clocks(), severity);
        }
        return terms;
    }

    /** The terms of the stage and of the whole of a case that becomes one of this kind. */
    public Map<String, ClockTerms> becoming(CaseKind kind, Severity severity, Stage stage) {
        Map<String, ClockTerms> terms = new HashMap<>();
        for (String name : List.of(stage.name(), ClockPlan.WHOLE)) {
            terms.put(name, ClockTerms.NONE);
            add(terms, name, kind.clocks(), severity);
        }
        return terms;
    }

    private void add(Map<String, ClockTerms> terms, String name, ClockPlan plan, Severity severity) {
        Optional<TimeLimit> limit = plan.limit(name, severity);
        limit.ifPresent(time -> terms.put(
                name,
                new ClockTerms(
                        Optional.of(time.allowed(calendars.workday(plan.calendar()))),
                        time.working(),
                        plan.calendar(),
                        plan.yellowPercent(),
                        plan.redPercent())));
    }
}
