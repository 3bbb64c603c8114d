package org.chengshu.data.catalogue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The table of entries, for SQL that is composed. */
final class EntryTable {
    static final Table<Record> ENTRIES = DSL.table(DSL.name("cs_data", "entry"));
    static final Field<String> ID = text("id");
    static final Field<Long> SEQ = DSL.field(DSL.name("seq"), SQLDataType.BIGINT);
    static final Field<String> DATASET = text("dataset");
    static final Field<String> CODE = text("code");
    static final Field<String> ORGANISATION = text("organisation");
    static final Field<String> ORGANISATION_PATH = text("organisation_path");
    static final Field<String> AREA_PATH = text("area_path");
    static final Field<String> STATE = text("state");
    static final Field<Integer> VERSION = DSL.field(DSL.name("version"), SQLDataType.INTEGER);
    static final Field<JSONB> CONTENT = DSL.field(DSL.name("content"), SQLDataType.JSONB);
    static final Field<JSONB> REVISION = DSL.field(DSL.name("revision"), SQLDataType.JSONB);
    static final Field<String> REVISION_STATE = text("revision_state");
    static final Field<UUID[]> EDITORS = DSL.field(DSL.name("editors"), SQLDataType.UUID.array());
    static final Field<String> REVIEW_NOTE = text("review_note");
    static final Field<String> ORIGIN = text("origin");
    static final Field<Long> ETAG = DSL.field(DSL.name("etag"), SQLDataType.BIGINT);
    static final Field<OffsetDateTime> CREATED_AT = time("created_at");
    static final Field<OffsetDateTime> CHANGED_AT = time("changed_at");
    static final Field<OffsetDateTime> SUBMITTED_AT = time("submitted_at");
    static final Field<OffsetDateTime> PUBLISHED_AT = time("published_at");
    static final Field<Long> READS = DSL.field(DSL.name("reads"), SQLDataType.BIGINT);
    static final Field<OffsetDateTime> NEWEST = time("newest");
    static final Field<Boolean> LATE = DSL.field(DSL.name("late"), SQLDataType.BOOLEAN);
    static final Field<OffsetDateTime> LATE_SINCE = time("late_since");

    static final List<Field<?>> COLUMNS = List.of(
            ID,
            SEQ,
            DATASET,
            CODE,
            ORGANISATION,
            ORGANISATION_PATH,
            AREA_PATH,
            STATE,
            VERSION,
            CONTENT,
            REVISION,
            REVISION_STATE,
            EDITORS,
            REVIEW_NOTE,
            ORIGIN,
            ETAG,
            CHANGED_AT,
            SUBMITTED_AT,
            PUBLISHED_AT,
            READS,
            NEWEST,
            LATE,
            LATE_SINCE);

    private EntryTable() {}

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    static Optional<Instant> instant(Record row, Field<OffsetDateTime> field) {
        return Optional.ofNullable(row.get(field)).map(OffsetDateTime::toInstant);
    }

    private static Field<String> text(String name) {
        return DSL.field(DSL.name(name), SQLDataType.CLOB);
    }

    private static Field<OffsetDateTime> time(String name) {
        return DSL.field(DSL.name(name), SQLDataType.TIMESTAMPWITHTIMEZONE);
    }
}
