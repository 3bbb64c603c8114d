package org.chengshu.cases.dispatch;

import static org.chengshu.cases.handling.CaseTable.either;
import static org.chengshu.cases.handling.CaseTable.within;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Pages through rows that hang on cases, each with its case's number and title, the newest first. */
@Component
final class CaseRows {
    private final DSLContext db;
    private final CaseStore store;

    CaseRows(DSLContext db, CaseStore store) {
        this.db = db;
        this.store = store;
    }

    /** A table of such rows with the columns to read and the one that tells their time. */
    record Rows(String table, String time, List<String> columns) {
        <T> Field<T> field(String column, Class<T> type) {
            return DSL.field(DSL.name(table, column), type);
        }
    }

    /** The case, for whoever may see it. */
    CaseFile seen(UUID id, Viewer viewer) {
        return store.find(new CaseId(id), viewer.scope(CaseRights.READ))
                .orElseThrow(() -> new Fault(CaseError.CASE_UNKNOWN, "no case " + id));
    }

    /** The newest rows of a case that the viewer may see. */
    <T> List<T> ofCase(Rows of, CaseFile file, RecordMapper<Record, T> mapper) {
        Condition its = of.field("case_id", UUID.class).eq(file.id().value());
        return page(of, its, DSL.noCondition(), Viewer.system(), Cursor.first(Cursor.MAX_LIMIT), mapper)
                .items();
    }

    /** Rows on cases that the viewer may see, and of others those that {@code beside} allows. */
    <T> CursorPage<T> page(
            Rows of, Condition wanted, Condition beside, Viewer viewer, Cursor cursor, RecordMapper<Record, T> mapper) {
        List<Field<?>> fields = Stream.concat(
                        of.columns().stream().map(column -> DSL.field(DSL.name(of.table(), column))),
                        Stream.of("number", "title_zh", "title_en", "department")
                                .map(column -> DSL.field(DSL.name("case_file", column))))
                .<Field<?>>map(field -> field)
                .toList();
        return Keyset.fetch(
                db.select(fields)
                        .from(DSL.table(DSL.name("cs_cases", of.table())))
                        .join(DSL.table(DSL.name("cs_cases", "case_file")))
                        .on(DSL.field(DSL.name("case_file", "id"), UUID.class).eq(of.field("case_id", UUID.class)))
                        .where(either(within(viewer.scope(CaseRights.READ)), beside))
                        .and(wanted),
                cursor,
                DSL.field(DSL.name(of.table(), of.time()), SQLDataType.TIMESTAMPWITHTIMEZONE),
                DSL.field(DSL.name(of.table(), "id"), SQLDataType.UUID),
                mapper);
    }

    static Text title(Record row) {
        return Text.of(row.get("title_zh", String.class), row.get("title_en", String.class));
    }

    static Optional<String> text(Record row, String name) {
        return Optional.ofNullable(row.get(name, String.class));
    }

    static Optional<Instant> time(Record row, String name) {
        return Optional.ofNullable(row.get(name, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
