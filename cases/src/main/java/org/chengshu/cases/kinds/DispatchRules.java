package org.chengshu.cases.kinds;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengshu.cases.calendar.WorkCalendars;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the lead department of a case by its kind, place and severity, the hour, duty and load; and says why. */
@Component
public final class DispatchRules {
    private static final String NOWHERE = "-";
    private static final int MOST_COUNTED = 10_000;

    private final DSLContext db;
    private final Areas areas;
    private final WorkCalendars calendars;
    private final ObjectProvider<DutyBook> duties;
    private final Clock clock;

    DispatchRules(DSLContext db, Areas areas, WorkCalendars calendars, ObjectProvider<DutyBook> duties, Clock clock) {
        this.db = db;
        this.areas = areas;
        this.calendars = calendars;
        this.duties = duties;
        this.clock = clock;
    }

    /** Who leads a case of the kind at the place now. */
    public DispatchDecision decide(String kind, String areaPath, int severity) {
        return decide(kind, areaPath, severity, clock.instant());
    }

    /** As if it were dispatched at that time, with the load of now. */
    public DispatchDecision decide(String kind, String areaPath, int severity, Instant at) {
        List<DispatchRule> rules = db.fetch("select * from cs_cases.dispatch_rule where kind = ? order by id", kind)
                .map(this::rule);
        // The rules name today's areas; the case may have come in before they were moved.
        DispatchRule.Matter matter = new DispatchRule.Matter(kind, areas.present(areaPath), severity);
        return DispatchReasons.decide(rules, matter, worldAt(at));
    }

    private DispatchRule.World worldAt(Instant at) {
        return new DispatchRule.World() {
            @Override
            public boolean working(String calendar) {
                return calendars.now(calendar).isWorking(at);
            }

            @Override
            public int openCases(String department) {
                return load(department);
            }

            @Override
            public boolean onDuty(String department) {
                return duties.stream().anyMatch(book -> book.onDuty(department, at));
            }
        };
    }

    // Whoever has more than this is as busy as anybody; counting them all would slow every dispatch.
    private int load(String department) {
        return db.fetchSingle("""
                        select count(*) as n from (
                            select 1 from cs_cases.case_file where department = ? and stage = 'handle' limit ?) busy
                        """, department, MOST_COUNTED).get("n", Integer.class);
    }

    /** Whether anything here knows who is on duty. */
    boolean knowsDuty() {
        return duties.stream().findAny().isPresent();
    }

    void put(String pack, DispatchRule rule, Optional<String> area) {
        db.execute(
                """
                insert into cs_cases.dispatch_rule (
                    id, pack, kind, area, department, severity_at_least, hours, calendar, candidates, by_duty)
                values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as text[]), ?)
                on conflict (id) do update
                set pack = excluded.pack, kind = excluded.kind, area = excluded.area, department = excluded.department,
                    severity_at_least = excluded.severity_at_least, hours = excluded.hours,
                    calendar = excluded.calendar, candidates = excluded.candidates, by_duty = excluded.by_duty
                """,
                rule.id(),
                pack,
                rule.kind(),
                area.orElse(null),
                rule.candidates().getFirst(),
                rule.severityAtLeast().orElse(null),
                rule.hours().map(hours -> hours.name().toLowerCase(Locale.ROOT)).orElse(null),
                rule.calendar(),
                rule.candidates().toArray(String[]::new),
                rule.byDuty());
    }

    void removeOthers(String pack, List<String> kept) {
        db.execute(
                "delete from cs_cases.dispatch_rule where pack = ? and id <> all (cast(? as text[]))",
                pack,
                kept.toArray(String[]::new));
    }

    // A rule for an area that is gone covers no place, rather than every place.
    private DispatchRule rule(Record row) {
        Optional<String> path = Optional.ofNullable(row.get("area", String.class))
                .map(code -> areas.find(code).map(Area::path).orElse(NOWHERE));
        return new DispatchRule(
                row.get("id", String.class),
                row.get("kind", String.class),
                path,
                Optional.ofNullable(row.get("severity_at_least", Integer.class)),
                Optional.ofNullable(row.get("hours", String.class))
                        .map(word -> DispatchRule.Hours.valueOf(word.toUpperCase(Locale.ROOT))),
                row.get("calendar", String.class),
                List.of(row.get("candidates", String[].class)),
                row.get("by_duty", Boolean.class));
    }
}
