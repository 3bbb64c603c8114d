package org.chengshu.cases.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.DaysOff;
import org.chengshu.core.settings.Settings;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.time.Shift;
import org.chengshu.kernel.time.WorkCalendar;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The work calendars and all that they ever were: every change makes a revision that stays, so that a clock that stopped
 * last year still counts by last year's days off. The calendar {@code city} is there without a pack.
 */
@Component
public final class WorkCalendars {
    static final String CITY = "city";
    private static final CalendarRules USUAL = new CalendarRules(
            WorkCalendar.weekdays(ZoneOffset.UTC, Shift.of("09:00", "12:00"), Shift.of("13:30", "17:30"))
                    .week(),
            Map.of());

    private final DSLContext db;
    private final JsonMapper json;
    private final Transactions transactions;
    private final CitySettings city;
    private final DaysOff daysOff;
    private final Clock clock;
    private final Map<String, WorkCalendar> read = new ConcurrentHashMap<>();

    WorkCalendars(
            DSLContext db,
            JsonMapper json,
            Transactions transactions,
            CitySettings city,
            Settings settings,
            Clock clock) {
        this.db = db;
        this.json = json;
        this.transactions = transactions;
        this.city = city;
        this.daysOff = DaysOff.of(settings);
        this.clock = clock;
    }

    /** The calendar as it is now; one that no pack brings any more stays as it was, an unknown one is the city's. */
    public WorkCalendar now(String id) {
        return revision(id, Optional.empty()).orElseGet(() -> {
            refresh(id);
            return revision(id, Optional.empty()).orElseGet(() -> now(CITY));
        });
    }

    /** The calendar as it was at that time, as far back as it is known. */
    public WorkCalendar at(String id, Instant time) {
        return revision(id, Optional.of(time)).orElseGet(() -> now(id));
    }

    /** How long people work on an ordinary day: on the first day of the week on which they do. */
    public Duration workday(String id) {
        WorkCalendar calendar = now(id);
        LocalDate monday = LocalDate.EPOCH.plusDays(4);
        return new WorkCalendar(ZoneOffset.UTC, calendar.week(), Set.of(), Set.of())
                .between(
                        firstWorkday(calendar, monday).atStartOfDay().toInstant(ZoneOffset.UTC),
                        firstWorkday(calendar, monday)
                                .plusDays(1)
                                .atStartOfDay()
                                .toInstant(ZoneOffset.UTC));
    }

    private static LocalDate firstWorkday(WorkCalendar calendar, LocalDate monday) {
        return monday.datesUntil(monday.plusWeeks(1))
                .filter(day -> !calendar.week()
                        .getOrDefault(day.getDayOfWeek(), List.of())
                        .isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** Makes a revision of whatever differs from its last one, be it by a pack or by the city's settings; tells if any did. */
    public boolean refreshAll() {
        boolean changed = false;
        for (String id : known()) {
            changed |= refresh(id);
        }
        return changed;
    }

    private List<String> known() {
        return db.fetch("""
                select id from cs_cases.work_calendar where not retired
                union select ? order by 1
                """, CITY).getValues("id", String.class);
    }

    boolean refresh(String id) {
        Optional<WorkCalendar> is = rules(id).map(rules -> rules.resolve(city.zone(), daysOff));
        if (is.isEmpty() || is.equals(revision(id, Optional.empty()))) {
            return false;
        }
        String spec = CalendarJson.write(is.get(), json);
        return transactions.call(() -> {
            db.execute("select pg_advisory_xact_lock(hashtext('cs_cases.work_calendar'))");
            return db.execute("""
                    insert into cs_cases.work_calendar_revision (id, revision, since, spec)
                    select ?, coalesce(max(revision), 0) + 1, cast(? as timestamptz), cast(? as jsonb)
                      from cs_cases.work_calendar_revision where id = ?
                    having not coalesce((array_agg(spec order by revision desc))[1] = cast(? as jsonb), false)
                    """, id, clock.instant(), spec, id, spec) > 0;
        });
    }

    private Optional<CalendarRules> rules(String id) {
        Optional<CalendarRules> brought =
                db.fetch("select spec from cs_cases.work_calendar where id = ? and not retired", id).stream()
                        .map(row -> CalendarRules.read(json.readTree(spec(row))))
                        .findFirst();
        return brought.or(() -> id.equals(CITY) ? Optional.of(USUAL) : Optional.empty());
    }

    private Optional<WorkCalendar> revision(String id, Optional<Instant> at) {
        return db.fetch("""
                        select revision, spec from cs_cases.work_calendar_revision where id = ?
                         order by since <= coalesce(cast(? as timestamptz), 'infinity') desc,
                                  case when since <= coalesce(cast(? as timestamptz), 'infinity')
                                       then -revision else revision end
                         limit 1
                        """, id, at.orElse(null), at.orElse(null)).stream()
                .map(row -> read.computeIfAbsent(
                        id + "/" + row.get("revision", Integer.class) + "/"
                                + spec(row).hashCode(),
                        _ -> CalendarJson.read(spec(row), json)))
                .findFirst();
    }

    List<Listed> list() {
        return db.fetch("select id, pack, spec from cs_cases.work_calendar where not retired order by id")
                .map(row -> {
                    JsonNode spec = json.readTree(spec(row));
                    return new Listed(
                            row.get("id", String.class),
                            Text.of(
                                    spec.at("/title/zh").asString(),
                                    spec.at("/title/en").asString()),
                            Optional.of(row.get("pack", String.class)),
                            city.zone().getId(),
                            spec.path("week"),
                            spec.path("years"));
                });
    }

    /** A calendar as people see it. */
    record Listed(String id, Text title, Optional<String> pack, String zone, JsonNode week, JsonNode years) {}

    void put(String pack, String id, String spec) {
        db.execute("""
                insert into cs_cases.work_calendar (id, pack, spec) values (?, ?, cast(? as jsonb))
                on conflict (id) do update set pack = excluded.pack, spec = excluded.spec, retired = false
                """, id, pack, spec);
    }

    void retireOthers(String pack, List<String> kept) {
        db.execute(
                "update cs_cases.work_calendar set retired = true where pack = ? and id <> all (cast(? as text[]))",
                pack,
                kept.toArray(String[]::new));
    }

    private static String spec(Record row) {
        return row.get("spec", JSONB.class).data();
    }
}
