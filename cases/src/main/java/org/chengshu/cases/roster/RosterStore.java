package org.chengshu.cases.roster;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.core.access.Scope;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rosters in PostgreSQL. */
@Component
final class RosterStore {
    private static final TypeReference<Map<String, List<DutyShift>>> WEEK = new TypeReference<>() {};
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    RosterStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A roster as it is kept. */
    record Kept(
            UUID id,
            String organisation,
            String organisationPath,
            String areaPath,
            String post,
            Optional<String> role,
            DutyWeek week,
            int version,
            Instant madeAt) {}

    Kept get(UUID id, Scope scope) {
        return list(DSL.field(DSL.name("id"), UUID.class).eq(id).and(within(scope))).stream()
                .findFirst()
                .orElseThrow(() -> new Fault(CaseError.ROSTER_UNKNOWN, "no roster " + id));
    }

    /** All that are in use. */
    List<Kept> list(Condition which) {
        return db.select()
                .from(DSL.table(DSL.name("cs_cases", "duty_roster")))
                .where(which)
                .and("not retired")
                .orderBy(DSL.field(DSL.name("org")), DSL.field(DSL.name("post")))
                .fetch(this::kept);
    }

    static Condition within(Scope scope) {
        return scope.within(
                DSL.field(DSL.name("area_path"), String.class), DSL.field(DSL.name("org_path"), String.class));
    }

    void insert(Kept roster) {
        int made = db.execute(
                """
                insert into cs_cases.duty_roster (id, org, org_path, area_path, post, role, week, made_at)
                values (?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as timestamptz))
                on conflict do nothing
                """,
                roster.id(),
                roster.organisation(),
                roster.organisationPath(),
                roster.areaPath(),
                roster.post(),
                roster.role().orElse(null),
                json.writeValueAsString(words(roster.week())),
                roster.madeAt());
        if (made == 0) {
            throw new Fault(
                    CaseError.ROSTER_WRONG, roster.organisation() + " has a roster of " + roster.post() + " already");
        }
    }

    void change(UUID id, Optional<String> role, DutyWeek week) {
        db.execute(
                "update cs_cases.duty_roster set role = ?, week = cast(? as jsonb), version = version + 1 where id = ?",
                role.orElse(null),
                json.writeValueAsString(words(week)),
                id);
    }

    void retire(UUID id) {
        db.execute("update cs_cases.duty_roster set retired = true, version = version + 1 where id = ?", id);
    }

    void swap(UUID id, DutyWeek.Swap swap, Instant at, String by) {
        db.execute("""
                insert into cs_cases.duty_swap (roster_id, day, shift_from, people, reason, changed_at, changed_by)
                values (?, ?, ?, cast(? as jsonb), ?, cast(? as timestamptz), ?)
                on conflict (roster_id, day, shift_from) do update
                set people = excluded.people, reason = excluded.reason, changed_at = excluded.changed_at,
                    changed_by = excluded.changed_by
                """, id, swap.day(), swap.shift(), json.writeValueAsString(swap.people()), swap.reason(), at, by);
    }

    static Map<String, List<DutyShift>> words(DutyWeek week) {
        Map<String, List<DutyShift>> words = new HashMap<>();
        week.week().forEach((day, shifts) -> words.put(day.name().toLowerCase(Locale.ROOT), shifts));
        return words;
    }

    private Kept kept(Record row) {
        UUID id = row.get("id", UUID.class);
        Map<DayOfWeek, List<DutyShift>> days = new EnumMap<>(DayOfWeek.class);
        json.readValue(row.get("week", JSONB.class).data(), WEEK)
                .forEach((day, shifts) -> days.put(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)), shifts));
        return new Kept(
                id,
                row.get("org", String.class),
                row.get("org_path", String.class),
                row.get("area_path", String.class),
                row.get("post", String.class),
                Optional.ofNullable(row.get("role", String.class)),
                new DutyWeek(days, swaps(id)),
                row.get("version", Integer.class),
                row.get("made_at", OffsetDateTime.class).toInstant());
    }

    private List<DutyWeek.Swap> swaps(UUID id) {
        return db.fetch("select * from cs_cases.duty_swap where roster_id = ? order by day, shift_from", id)
                .map(row -> new DutyWeek.Swap(
                        row.get("day", LocalDate.class),
                        row.get("shift_from", LocalTime.class),
                        json.readValue(row.get("people", JSONB.class).data(), NAMES),
                        row.get("reason", String.class)));
    }
}
