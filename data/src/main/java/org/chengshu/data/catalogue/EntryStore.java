package org.chengshu.data.catalogue;

import static org.chengshu.data.catalogue.EntryTable.*;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Scope;
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
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Entries in PostgreSQL. Whoever changes one locks its row first. */
@Component
public class EntryStore {
    private static final String NO_CLASS = "";

    private final DSLContext db;
    private final JsonMapper json;

    EntryStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** By its id or by the dataset that it describes. */
    public Optional<Entry> find(String id) {
        return db.select(COLUMNS).from(ENTRIES).where(named(id)).limit(1).fetchOptional(this::read);
    }

    public List<Entry> list(Collection<String> ids) {
        return db.select(COLUMNS).from(ENTRIES).where(ID.in(ids)).fetch(this::read);
    }

    /** Under lock until the transaction ends. */
    Entry lock(String id) {
        return db.select(COLUMNS)
                .from(ENTRIES)
                .where(named(id))
                .forUpdate()
                .fetchOptional(this::read)
                .orElseThrow(() -> new Fault(DataError.ENTRY_NOT_FOUND, "there is no entry " + id));
    }

    private static Condition named(String id) {
        return ID.eq(id).or(DATASET.eq(id));
    }

    /** What waits for a review in the scope, the longest waiting last. */
    public CursorPage<Entry> waiting(Scope scope, Cursor cursor) {
        return Keyset.fetch(
                db.select(COLUMNS)
                        .from(ENTRIES)
                        .where(STATE.eq(DSL.inline("review")).or(REVISION_STATE.eq(DSL.inline("review"))))
                        .and(scope.within(AREA_PATH, ORGANISATION_PATH)),
                cursor,
                SUBMITTED_AT,
                ID,
                this::read);
    }

    /** What somebody could write on in the scope, what changed last first. */
    public CursorPage<Entry> written(Scope scope, Optional<EntryState> state, Cursor cursor) {
        Condition pending = state.map(is -> STATE.eq(is.word()).or(REVISION_STATE.eq(is.word())))
                .orElseGet(DSL::noCondition);
        return Keyset.fetch(
                db.select(COLUMNS)
                        .from(ENTRIES)
                        .where(scope.within(AREA_PATH, ORGANISATION_PATH))
                        .and(pending),
                cursor,
                CHANGED_AT,
                ID,
                this::read);
    }

    public List<Entry> ofDatasets() {
        return db.select(COLUMNS).from(ENTRIES).where(DATASET.isNotNull()).fetch(this::read);
    }

    /** Keeps how old its data is; that is no change of the entry. */
    public void measured(String id, Optional<Instant> newest, boolean late, Instant now) {
        db.execute("""
                update cs_data.entry set newest = cast(? as timestamptz), measured_at = cast(? as timestamptz),
                    late_since = case when not ? then null when late then late_since else cast(? as timestamptz) end,
                    late = ?
                where id = ?
                """, newest.map(EntryTable::utc).orElse(null), utc(now), late, utc(now), late, id);
    }

    String nextResource() {
        return "r" + db.fetchSingle("select nextval('cs_data.resource_number')").get(0, Long.class);
    }

    /** The next code of a class; without one, of those that wait for a class. */
    String nextCode(String classCode) {
        Optional<Long> number = classCode.equals(NO_CLASS)
                ? Optional.empty()
                : db.fetchOptional("""
                        update cs_data.catalogue_class set last_number = last_number + 1
                        where code = ? returning last_number
                        """, classCode).map(row -> row.get(0, Long.class));
        return number.map(last -> classCode + "/" + "%06d".formatted(last))
                .orElseGet(() -> "0/"
                        + db.fetchSingle("select nextval('cs_data.resource_number')")
                                .get(0, Long.class));
    }

    void insert(Map<Field<?>, Object> sets) {
        db.insertInto(ENTRIES).set(sets).execute();
    }

    /** Changes it under its lock; the tag grows. */
    Entry change(String id, Map<Field<?>, Object> sets) {
        db.update(ENTRIES)
                .set(sets)
                .set(ETAG, ETAG.plus(DSL.inline(1L)))
                .where(ID.eq(id))
                .execute();
        return lock(id);
    }

    void delete(String id) {
        db.execute("insert into cs_data.entry_gone (id) values (?)", id);
        db.deleteFrom(ENTRIES).where(ID.eq(id)).execute();
    }

    JSONB written(EntryContent content) {
        return JSONB.jsonb(json.writeValueAsString(content));
    }

    /** Which of these ids and codes name no entry. */
    List<String> unknown(Collection<String> named) {
        List<String> known = db.select(ID)
                .from(ENTRIES)
                .where(ID.in(named))
                .union(DSL.select(CODE).from(ENTRIES).where(CODE.in(named)))
                .fetch(ID);
        return named.stream().filter(id -> !known.contains(id)).toList();
    }

    Entry read(Record row) {
        return new Entry(
                row.get(ID),
                row.get(SEQ),
                Optional.ofNullable(row.get(DATASET)),
                row.get(CODE),
                row.get(ORGANISATION),
                row.get(ORGANISATION_PATH),
                row.get(AREA_PATH),
                EntryState.ofWord(row.get(STATE)),
                row.get(VERSION),
                content(row.get(CONTENT)),
                Optional.ofNullable(row.get(REVISION)).map(this::content),
                Optional.ofNullable(row.get(REVISION_STATE)).map(EntryState::ofWord),
                editors(row),
                Optional.ofNullable(row.get(REVIEW_NOTE)),
                row.get(ORIGIN),
                row.get(ETAG),
                instant(row, CHANGED_AT).orElse(Instant.EPOCH),
                instant(row, SUBMITTED_AT),
                instant(row, PUBLISHED_AT),
                row.get(READS),
                instant(row, NEWEST),
                row.get(LATE),
                instant(row, LATE_SINCE));
    }

    private static List<UUID> editors(Record row) {
        return Arrays.asList(Objects.requireNonNull(row.get(EDITORS)));
    }

    EntryContent content(JSONB stored) {
        return json.readValue(stored.data(), EntryContent.class);
    }
}
