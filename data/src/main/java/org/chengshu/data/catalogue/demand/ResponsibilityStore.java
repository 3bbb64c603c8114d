package org.chengshu.data.catalogue.demand;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Responsibilities in PostgreSQL. */
@Component
class ResponsibilityStore {
    static final Field<String> ORGANISATION_PATH = DSL.field(DSL.name("organisation_path"), SQLDataType.CLOB);
    static final Field<String> AREA_PATH = DSL.field(DSL.name("area_path"), SQLDataType.CLOB);
    static final Field<String> STATE = DSL.field(DSL.name("state"), SQLDataType.CLOB);
    static final Field<LocalDate> DUE = DSL.field(DSL.name("due"), SQLDataType.LOCALDATE);
    static final Field<Long> DEMAND = DSL.field(DSL.name("demand"), SQLDataType.BIGINT);
    private static final Table<Record> RESPONSIBILITIES = DSL.table(DSL.name("cs_data", "responsibility"));
    private static final Field<Long> ID = DSL.field(DSL.name("id"), SQLDataType.BIGINT);
    private static final Field<OffsetDateTime> MADE_AT =
            DSL.field(DSL.name("made_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    ResponsibilityStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    CursorPage<Responsibility> list(Condition which, Cursor cursor) {
        return Keyset.fetch(
                db.select(DSL.asterisk()).from(RESPONSIBILITIES).where(which), cursor, MADE_AT, ID, this::read);
    }

    Responsibility lock(long id) {
        return db.select(DSL.asterisk())
                .from(RESPONSIBILITIES)
                .where(ID.eq(id))
                .forUpdate()
                .fetchOptional(this::read)
                .orElseThrow(() -> new Fault(DataError.LIST_ITEM_NOT_FOUND, "there is no responsibility " + id));
    }

    Responsibility insert(Responsibility made, UUID madeBy) {
        long id = db.fetchSingle(
                        """
                        insert into cs_data.responsibility (organisation, organisation_path, area_path, title, fields,
                            demand, entry, beyond_version, due, state, note, made_by, made_by_name, made_at)
                        values (?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, cast(? as date), ?, ?, ?, ?, cast(? as timestamptz))
                        returning id
                        """,
                        made.organisation(),
                        made.organisationPath(),
                        made.areaPath(),
                        made.title(),
                        json.writeValueAsString(made.fields()),
                        made.demand().orElse(null),
                        made.entry().orElse(null),
                        made.beyondVersion(),
                        made.due(),
                        made.state(),
                        made.note().orElse(null),
                        madeBy,
                        made.madeByName(),
                        utc(made.madeAt()))
                .get(0, Long.class);
        return lock(id);
    }

    Responsibility settle(long id, String state, Optional<String> note, Instant at) {
        db.execute("""
                update cs_data.responsibility set state = ?, note = coalesce(?, note),
                    settled_at = cast(? as timestamptz), etag = etag + 1
                where id = ?
                """, state, note.orElse(null), utc(at), id);
        return lock(id);
    }

    /** Names the entry that is to fulfil it. */
    Responsibility tie(long id, String entry, int beyondVersion) {
        db.execute(
                "update cs_data.responsibility set entry = ?, beyond_version = ?, etag = etag + 1 where id = ?",
                entry,
                beyondVersion,
                id);
        return lock(id);
    }

    /** Those that wait for a version of the entry like this one. */
    List<Responsibility> waitingFor(String entry, int version) {
        return db.fetch("""
                        select * from cs_data.responsibility
                        where state = 'open' and entry = ? and beyond_version < ? for update
                        """, entry, version).map(this::read);
    }

    /** Open ones past their day of which nobody was told yet; they count as told. */
    List<Responsibility> tellOverdue(LocalDate today) {
        return db.fetch("""
                        update cs_data.responsibility set overdue_told = true
                        where state = 'open' and due < cast(? as date) and not overdue_told returning *
                        """, today).map(this::read);
    }

    private Responsibility read(Record row) {
        return new Responsibility(
                row.get(ID),
                row.get("organisation", String.class),
                row.get("organisation_path", String.class),
                row.get("area_path", String.class),
                row.get("title", String.class),
                json.readValue(row.get("fields", JSONB.class).data(), WORDS),
                Optional.ofNullable(row.get("demand", Long.class)),
                Optional.ofNullable(row.get("entry", String.class)),
                row.get("beyond_version", Integer.class),
                row.get("due", LocalDate.class),
                row.get("state", String.class),
                Optional.ofNullable(row.get("note", String.class)),
                row.get("made_by_name", String.class),
                row.get("made_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.get("settled_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.get("etag", Long.class));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
