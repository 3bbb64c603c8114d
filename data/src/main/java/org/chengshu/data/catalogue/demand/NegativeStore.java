package org.chengshu.data.catalogue.demand;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.data.DataError;
import org.chengshu.data.catalogue.Sharing;
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

/** The negative list in PostgreSQL. */
@Component
class NegativeStore {
    static final Field<String> ORGANISATION_PATH = DSL.field(DSL.name("organisation_path"), SQLDataType.CLOB);
    static final Field<String> AREA_PATH = DSL.field(DSL.name("area_path"), SQLDataType.CLOB);
    static final Field<String> STATE = DSL.field(DSL.name("state"), SQLDataType.CLOB);
    private static final Table<Record> NEGATIVES = DSL.table(DSL.name("cs_data", "negative"));
    private static final Field<Long> ID = DSL.field(DSL.name("id"), SQLDataType.BIGINT);
    private static final Field<OffsetDateTime> MADE_AT =
            DSL.field(DSL.name("made_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    NegativeStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    CursorPage<Negative> list(Condition which, Cursor cursor) {
        return Keyset.fetch(db.select(DSL.asterisk()).from(NEGATIVES).where(which), cursor, MADE_AT, ID, this::read);
    }

    Negative lock(long id) {
        return db.select(DSL.asterisk())
                .from(NEGATIVES)
                .where(ID.eq(id))
                .forUpdate()
                .fetchOptional(this::read)
                .orElseThrow(() -> new Fault(DataError.LIST_ITEM_NOT_FOUND, "the negative list has no item " + id));
    }

    /** What holds for an entry of an organisation with this title. */
    List<Negative> confirmed(String entry, String organisation, String title) {
        return db.fetch("""
                        select * from cs_data.negative
                        where state = 'confirmed' and (entry = ? or (entry is null and organisation = ? and title = ?))
                        """, entry, organisation, title).map(this::read);
    }

    Negative insert(Negative made) {
        long id = db.fetchSingle(
                        """
                        insert into cs_data.negative (organisation, organisation_path, area_path, title, entry, fields, basis,
                            blocks, state, made_by, made_by_name, made_at)
                        values (?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?, cast(? as timestamptz))
                        returning id
                        """,
                        made.organisation(),
                        made.organisationPath(),
                        made.areaPath(),
                        made.title(),
                        made.entry().orElse(null),
                        json.writeValueAsString(made.fields()),
                        made.basis(),
                        made.blocks().stream().map(Sharing::word).toArray(String[]::new),
                        made.state(),
                        made.madeBy(),
                        made.madeByName(),
                        utc(made.madeAt()))
                .get(0, Long.class);
        return lock(id);
    }

    Negative decide(long id, String state, Optional<String> reason, UUID by, String byName, Instant at) {
        db.execute("""
                update cs_data.negative set state = ?, reason = ?, decided_by = ?, decided_by_name = ?,
                    decided_at = cast(? as timestamptz), etag = etag + 1
                where id = ?
                """, state, reason.orElse(null), by, byName, utc(at), id);
        return lock(id);
    }

    private Negative read(Record row) {
        return new Negative(
                row.get(ID),
                row.get("organisation", String.class),
                row.get("organisation_path", String.class),
                row.get("area_path", String.class),
                row.get("title", String.class),
                Optional.ofNullable(row.get("entry", String.class)),
                json.readValue(row.get("fields", JSONB.class).data(), WORDS),
                row.get("basis", String.class),
                Arrays.stream(row.get("blocks", String[].class))
                        .map(word -> Sharing.valueOf(word.toUpperCase(Locale.ROOT)))
                        .toList(),
                row.get("state", String.class),
                row.get("made_by", UUID.class),
                row.get("made_by_name", String.class),
                row.get("made_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.get("decided_by_name", String.class)),
                Optional.ofNullable(row.get("decided_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.get("reason", String.class)),
                row.get("etag", Long.class));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
