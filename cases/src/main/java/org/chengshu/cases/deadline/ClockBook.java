package org.chengshu.cases.deadline;

import static org.chengshu.cases.handling.CaseTable.*;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.chengshu.cases.CaseId;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.flow.CityCase;
import org.chengshu.kernel.Text;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Reads what is kept of the clocks and requests of all cases. */
@Component
final class ClockBook {
    private static final Field<OffsetDateTime> ASKED_AT =
            DSL.field(DSL.name("clock_request", "asked_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<UUID> KEY = DSL.field(DSL.name("clock_request", "key"), SQLDataType.UUID);
    private static final Field<String> REQUEST_STATE = DSL.field(DSL.name("clock_request", "state"), SQLDataType.CLOB);

    private static final List<Field<?>> FIELDS = Stream.concat(
                    of("clock_request", "key", "case_id", "seq", "what", "stage", "more", "reason", "state"),
                    Stream.concat(
                            of("clock_request", "asked_at", "asked_by", "decided_at", "decided_by", "decision"),
                            of("case_file", "number", "title_zh", "title_en", "department")))
            .toList();

    private final DSLContext db;

    ClockBook(DSLContext db) {
        this.db = db;
    }

    private static Stream<Field<?>> of(String table, String... columns) {
        return Stream.of(columns).map(column -> DSL.field(DSL.name(table, column)));
    }

    /** Who made the request, unless the platform did. */
    Optional<UUID> askerOf(CaseId id, long seq) {
        return db
                .fetch("select person_id from cs_cases.step where case_id = ? and seq = ?", id.value(), seq)
                .getValues("person_id", UUID.class)
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Requests about cases for which the viewer has the right, the newest first. */
    CursorPage<ClockRequestItem> requests(Optional<String> state, Viewer viewer, String right, Cursor cursor) {
        Condition wanted =
                within(viewer.scope(right)).and(state.map(REQUEST_STATE::eq).orElseGet(DSL::noCondition));
        return Keyset.fetch(
                db.select(FIELDS)
                        .from(DSL.table("cs_cases.clock_request"))
                        .join(DSL.table("cs_cases.case_file"))
                        .on("case_file.id = clock_request.case_id")
                        .where(wanted),
                cursor,
                ASKED_AT,
                KEY,
                ClockBook::item);
    }

    private static ClockRequestItem item(Record row) {
        return new ClockRequestItem(
                row.get("key", UUID.class),
                row.get("case_id", UUID.class),
                row.get("number", String.class),
                Text.of(row.get("title_zh", String.class), row.get("title_en", String.class)),
                Optional.ofNullable(row.get("department", String.class)),
                row.get("seq", Long.class),
                row.get("what", String.class),
                row.get("stage", String.class),
                Optional.ofNullable(row.get("more", String.class)),
                Optional.ofNullable(row.get("reason", String.class)),
                row.get("state", String.class),
                row.get("asked_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.get("asked_by", String.class)),
                Optional.ofNullable(row.get("decided_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.get("decided_by", String.class)),
                Optional.ofNullable(row.get("decision", String.class)));
    }

    /** Cases of which a clock shows a colour that nobody has been told yet, the longest first. */
    List<CaseId> toTell(Instant now, int most) {
        return ids(db.fetch(
                "select distinct case_id as id, min(next_at) as since from cs_cases.clock where next_at <= cast(? as timestamptz)"
                        + " group by case_id order by since limit ?",
                now,
                most));
    }

    /** Cases after that one, by id: all that are open, or those that have no clocks yet. */
    List<CaseId> after(Optional<UUID> last, boolean open, int most) {
        Condition which = open ? STAGE.ne(DSL.inline(CityCase.CLOSE.name())) : CLOCKED_AT.isNull();
        return db.select(ID)
                .from(CASES)
                .where(which)
                .and(last.map(ID::gt).orElseGet(DSL::noCondition))
                .orderBy(ID)
                .limit(most)
                .fetch(row -> new CaseId(row.get(ID)));
    }

    private static List<CaseId> ids(Result<Record> rows) {
        return rows.getValues("id", UUID.class).stream().map(CaseId::new).toList();
    }
}
