package org.chengshu.cases.roster;

import static org.chengshu.cases.handling.CaseTable.*;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseTable;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.flow.Standing;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Notes that one shift writes and the next takes over with a confirmation; what is open is listed by the platform. */
@Component
final class HandOverNotes {
    private static final int MOST_ITEMS = 500;
    private static final TypeReference<List<HandOverNote.OpenItem>> ITEMS = new TypeReference<>() {};

    private static final List<Field<?>> FIELDS = Stream.concat(
                    Stream.of(
                                    "id",
                                    "roster_id",
                                    "shift_begins",
                                    "shift_ends",
                                    "words",
                                    "items",
                                    "written_at",
                                    "written_by",
                                    "written_by_id",
                                    "taken_at",
                                    "taken_by",
                                    "remark")
                            .map(name -> DSL.field(DSL.name("hand_over", name))),
                    Stream.of("org", "post").map(name -> DSL.field(DSL.name("duty_roster", name))))
            .<Field<?>>map(field -> field)
            .toList();

    private final DSLContext db;
    private final Rosters rosters;
    private final JsonMapper json;
    private final Transactions transactions;
    private final CitySettings city;
    private final Clock clock;

    HandOverNotes(
            DSLContext db,
            Rosters rosters,
            JsonMapper json,
            Transactions transactions,
            CitySettings city,
            Clock clock) {
        this.db = db;
        this.rosters = rosters;
        this.json = json;
        this.transactions = transactions;
        this.city = city;
        this.clock = clock;
    }

    /** The open cases of the roster's department and those below it that the viewer may see, the most pressing first. */
    List<HandOverNote.OpenItem> open(UUID roster, Viewer viewer) {
        RosterStore.Kept of = rosters.get(roster, viewer);
        Instant now = clock.instant();
        return db
                .select(COLUMNS)
                .from(CASES)
                .where(within(viewer.scope(CaseRights.READ)))
                .and(DEPARTMENT_PATH.startsWith(of.organisationPath()))
                .and(OPEN)
                .orderBy(DUE.asc().nullsLast(), ID)
                .limit(MOST_ITEMS)
                .fetch(CaseTable::read)
                .stream()
                .map(file -> item(file, now))
                .toList();
    }

    private static HandOverNote.OpenItem item(CaseFile file, Instant now) {
        return new HandOverNote.OpenItem(
                file.id().value(),
                file.number(),
                file.title().zh(),
                file.stage().name(),
                file.severity().level(),
                file.due(),
                file.standing(now) == Standing.OVERDUE,
                file.handler());
    }

    /** Written once for a shift, by somebody of that shift or whoever keeps the roster; until it is taken over it may be written anew. */
    HandOverNote write(UUID roster, String words, Viewer viewer) {
        return transactions.call(() -> {
            RosterStore.Kept of = rosters.get(roster, viewer);
            Instant now = clock.instant();
            DutyWeek.OnShift shift = of.week().at(now, city.zone()).stream()
                    .filter(one -> serves(one, viewer)
                            || viewer.scope(Rosters.RIGHT).contains(of.areaPath(), Optional.of(of.organisationPath())))
                    .findFirst()
                    .orElseThrow(() -> new Fault(
                            CaseError.HAND_OVER_NOT_NOW, "you are not on duty now by the roster of " + of.post()));
            UUID id = insert(of, shift, words, viewer, now);
            return get(id);
        });
    }

    private static boolean serves(DutyWeek.OnShift shift, Viewer viewer) {
        return shift.people().stream().anyMatch(viewer.name()::equalsIgnoreCase);
    }

    private UUID insert(RosterStore.Kept of, DutyWeek.OnShift shift, String words, Viewer viewer, Instant now) {
        return db
                .fetch(
                        """
                        insert into cs_cases.hand_over as old (
                            id, roster_id, shift_begins, shift_ends, words, items, written_at, written_by, written_by_id)
                        values (?, ?, cast(? as timestamptz), cast(? as timestamptz), ?, cast(? as jsonb),
                                cast(? as timestamptz), ?, ?)
                        on conflict (roster_id, shift_begins) do update
                        set words = excluded.words, items = excluded.items, written_at = excluded.written_at,
                            written_by = excluded.written_by, written_by_id = excluded.written_by_id
                        where old.taken_at is null
                        returning id
                        """,
                        Ids.at(now),
                        of.id(),
                        shift.begins(),
                        shift.ends(),
                        words,
                        json.writeValueAsString(open(of.id(), viewer)),
                        now,
                        viewer.displayName(),
                        viewer.accountId())
                .getValues("id", UUID.class)
                .stream()
                .findFirst()
                .orElseThrow(() -> new Fault(CaseError.HAND_OVER_NOT_NOW, "the note of this shift was taken over"));
    }

    /** The next shift confirms that it read the note; nobody takes over from himself. */
    HandOverNote takeOver(UUID id, Optional<String> remark, Viewer viewer) {
        return transactions.call(() -> {
            HandOverNote note = get(id, viewer);
            int taken =
                    db.execute("""
                    update cs_cases.hand_over
                       set taken_at = cast(? as timestamptz), taken_by = ?, remark = ?
                     where id = ? and taken_at is null and written_by_id <> ?
                    """, clock.instant(), viewer.displayName(), remark.orElse(null), id, viewer.accountId());
            if (taken == 0) {
                throw new Fault(
                        CaseError.HAND_OVER_NOT_NOW,
                        note.takenAt().isPresent() ? "it was taken over already" : "you wrote it yourself");
            }
            return get(id);
        });
    }

    CursorPage<HandOverNote> list(Optional<UUID> roster, boolean waiting, Viewer viewer, Cursor cursor) {
        Condition wanted = roster.map(DSL.field(DSL.name("roster_id"), UUID.class)::eq)
                .orElseGet(DSL::noCondition)
                .and(waiting ? DSL.condition("taken_at is null") : DSL.noCondition());
        return Keyset.fetch(
                db.select(FIELDS)
                        .from(DSL.table("cs_cases.hand_over"))
                        .join(DSL.table("cs_cases.duty_roster"))
                        .on("duty_roster.id = hand_over.roster_id")
                        .where(RosterStore.within(viewer.scope(CaseRights.READ)))
                        .and(wanted),
                cursor,
                DSL.field(DSL.name("hand_over", "written_at"), SQLDataType.TIMESTAMPWITHTIMEZONE),
                DSL.field(DSL.name("hand_over", "id"), SQLDataType.UUID),
                this::note);
    }

    HandOverNote get(UUID id, Viewer viewer) {
        HandOverNote note = get(id);
        rosters.get(note.roster(), viewer);
        return note;
    }

    private HandOverNote get(UUID id) {
        return db.fetch("""
                        select h.*, r.org, r.post from cs_cases.hand_over h
                          join cs_cases.duty_roster r on r.id = h.roster_id where h.id = ?
                        """, id).stream()
                .findFirst()
                .map(this::note)
                .orElseThrow(() -> new Fault(CaseError.HAND_OVER_UNKNOWN, "no hand-over " + id));
    }

    private HandOverNote note(Record row) {
        return new HandOverNote(
                row.get("id", UUID.class),
                row.get("roster_id", UUID.class),
                row.get("org", String.class),
                row.get("post", String.class),
                row.get("shift_begins", OffsetDateTime.class).toInstant(),
                row.get("shift_ends", OffsetDateTime.class).toInstant(),
                row.get("words", String.class),
                json.readValue(row.get("items", JSONB.class).data(), ITEMS),
                row.get("written_at", OffsetDateTime.class).toInstant(),
                row.get("written_by", String.class),
                row.get("written_by_id", UUID.class),
                Optional.ofNullable(row.get("taken_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.get("taken_by", String.class)),
                Optional.ofNullable(row.get("remark", String.class)));
    }
}
