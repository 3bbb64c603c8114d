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

/** Demands in PostgreSQL. */
@Component
class DemandStore {
    static final Field<String> ORGANISATION_PATH = DSL.field(DSL.name("organisation_path"), SQLDataType.CLOB);
    static final Field<String> PROVIDER_PATH = DSL.field(DSL.name("provider_path"), SQLDataType.CLOB);
    static final Field<String> AREA_PATH = DSL.field(DSL.name("area_path"), SQLDataType.CLOB);
    static final Field<String> STATE = DSL.field(DSL.name("state"), SQLDataType.CLOB);
    private static final Table<Record> DEMANDS = DSL.table(DSL.name("cs_data", "demand"));
    private static final Field<Long> ID = DSL.field(DSL.name("id"), SQLDataType.BIGINT);
    private static final Field<OffsetDateTime> RAISED_AT =
            DSL.field(DSL.name("raised_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    DemandStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    CursorPage<Demand> list(Condition which, Cursor cursor) {
        return Keyset.fetch(db.select(DSL.asterisk()).from(DEMANDS).where(which), cursor, RAISED_AT, ID, this::read);
    }

    Optional<Demand> find(long id) {
        return db.select(DSL.asterisk()).from(DEMANDS).where(ID.eq(id)).fetchOptional(this::read);
    }

    Demand lock(long id) {
        return db.select(DSL.asterisk())
                .from(DEMANDS)
                .where(ID.eq(id))
                .forUpdate()
                .fetchOptional(this::read)
                .orElseThrow(() -> new Fault(DataError.LIST_ITEM_NOT_FOUND, "there is no demand " + id));
    }

    Demand insert(Demand demand) {
        long id = db.fetchSingle(
                        """
                        insert into cs_data.demand (organisation, organisation_path, area_path, title, purpose, basis,
                            class_code, fields, cycle, needed_by, state, raised_by, raised_by_name, raised_at,
                            entry, provider, provider_path)
                        values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, cast(? as date), ?, ?, ?, cast(? as timestamptz),
                            ?, ?, ?)
                        returning id
                        """,
                        demand.organisation(),
                        demand.organisationPath(),
                        demand.areaPath(),
                        demand.title(),
                        demand.purpose(),
                        demand.basis(),
                        demand.classCode().orElse(null),
                        json.writeValueAsString(demand.fields()),
                        demand.cycle().orElse(null),
                        demand.neededBy().orElse(null),
                        demand.state(),
                        demand.raisedBy(),
                        demand.raisedByName(),
                        utc(demand.raisedAt()),
                        demand.entry().orElse(null),
                        demand.provider().orElse(null),
                        demand.providerPath().orElse(null))
                .get(0, Long.class);
        return lock(id);
    }

    Demand decide(
            long id,
            String state,
            Optional<String> entry,
            Optional<String> provider,
            Optional<String> providerPath,
            Optional<String> reason,
            UUID by,
            String byName,
            Instant at) {
        db.execute(
                """
                update cs_data.demand set state = ?, entry = coalesce(?, entry), provider = coalesce(?, provider),
                    provider_path = coalesce(?, provider_path), reason = ?, decided_by = ?, decided_by_name = ?,
                    decided_at = cast(? as timestamptz), etag = etag + 1
                where id = ?
                """,
                state,
                entry.orElse(null),
                provider.orElse(null),
                providerPath.orElse(null),
                reason.orElse(null),
                by,
                byName,
                utc(at),
                id);
        return lock(id);
    }

    void fulfil(long id) {
        db.execute(
                "update cs_data.demand set state = ?, etag = etag + 1 where id = ? and state = ?",
                Demand.FULFILLED,
                id,
                Demand.ACCEPTED);
    }

    private Demand read(Record row) {
        return new Demand(
                row.get(ID),
                row.get("organisation", String.class),
                row.get("organisation_path", String.class),
                row.get("area_path", String.class),
                row.get("title", String.class),
                row.get("purpose", String.class),
                row.get("basis", String.class),
                text(row, "class_code"),
                json.readValue(row.get("fields", JSONB.class).data(), WORDS),
                text(row, "cycle"),
                Optional.ofNullable(row.get("needed_by", LocalDate.class)),
                row.get("state", String.class),
                row.get("raised_by", UUID.class),
                row.get("raised_by_name", String.class),
                row.get("raised_at", OffsetDateTime.class).toInstant(),
                text(row, "entry"),
                text(row, "provider"),
                text(row, "provider_path"),
                text(row, "reason"),
                text(row, "decided_by_name"),
                Optional.ofNullable(row.get("decided_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.get("etag", Long.class));
    }

    private static Optional<String> text(Record row, String name) {
        return Optional.ofNullable(row.get(name, String.class));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
