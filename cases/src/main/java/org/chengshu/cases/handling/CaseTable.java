package org.chengshu.cases.handling;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.clock.ClockMark;
import org.chengshu.core.access.Scope;
import org.chengshu.flow.CityCase;
import org.chengshu.flow.Stage;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The table of cases, for SQL that is composed. */
public final class CaseTable {
    public static final Table<Record> CASES = DSL.table(DSL.name("cs_cases", "case_file"));
    public static final Field<UUID> ID = field("id", SQLDataType.UUID);
    public static final Field<String> NUMBER = text("number");
    public static final Field<String> KIND = text("kind");
    public static final Field<String> TITLE_ZH = text("title_zh");
    public static final Field<String> TITLE_EN = text("title_en");
    public static final Field<String> STAGE = text("stage");
    public static final Field<String> VERIFIED_BY = text("verified_by");
    public static final Field<String> SUBJECT = text("subject_id");
    public static final Field<String> AREA_PATH = text("area_path");
    public static final Field<String> DEPARTMENT = text("department");
    public static final Field<String> DEPARTMENT_PATH = text("department_path");
    public static final Field<UUID> HANDLER_ID = field("handler_id", SQLDataType.UUID);
    public static final Field<OffsetDateTime> OPENED_AT = time("opened_at");
    public static final Field<OffsetDateTime> SOON = time("soon");
    public static final Field<OffsetDateTime> DUE = time("due");
    public static final Field<OffsetDateTime> CLOSED_AT = time("closed_at");
    public static final Field<OffsetDateTime> CLOCK_YELLOW = time("clock_yellow");
    public static final Field<OffsetDateTime> CLOCK_RED = time("clock_red");
    public static final Field<OffsetDateTime> CLOCK_DUE = time("clock_due");
    public static final Field<OffsetDateTime> SUSPENDED_SINCE = time("suspended_since");
    public static final Field<OffsetDateTime> CLOCKED_AT = time("clocked_at");
    static final Field<String> CLOCK_HELD = text("clock_held");

    public static final Field<String> DESCRIPTION = text("description");
    static final Field<Integer> SEVERITY = field("severity", SQLDataType.INTEGER);
    public static final Field<String> SOURCE = text("source");
    static final Field<String> RULE = text("rule");
    static final Field<String> SUBJECT_KIND = text("subject_kind");
    public static final Field<String> SUBJECT_ZH = text("subject_title_zh");
    static final Field<String> SUBJECT_EN = text("subject_title_en");
    public static final Field<Double> LONGITUDE = field("longitude", SQLDataType.DOUBLE);
    public static final Field<Double> LATITUDE = field("latitude", SQLDataType.DOUBLE);
    static final Field<String> HANDLER = text("handler");
    static final Field<UUID> REPORTER_ID = field("reporter_id", SQLDataType.UUID);
    static final Field<String> REPORTER = text("reporter");
    static final Field<OffsetDateTime> REPORTED_AT = time("reported_at");
    static final Field<OffsetDateTime> RECORDED_AT = time("recorded_at");
    public static final Field<OffsetDateTime> STAGE_SINCE = time("stage_since");
    public static final Field<OffsetDateTime> HANDLED_AT = time("handled_at");
    public static final Field<String> CLOSED_BY = text("closed_by");
    static final Field<Integer> REOPENED = field("reopened", SQLDataType.INTEGER);
    public static final Field<Integer> LATE_STAGES = field("late_stages", SQLDataType.INTEGER);
    public static final Field<Boolean> HISTORICAL = field("historical", SQLDataType.BOOLEAN);
    public static final Field<String> CATEGORY = text("category");
    public static final Field<UUID> MERGED_INTO = field("merged_into", SQLDataType.UUID);

    /** What closed a case that was merged into another. */
    public static final String MERGED = "merged";

    public static final List<Field<?>> COLUMNS = List.of(
            ID,
            NUMBER,
            KIND,
            TITLE_ZH,
            TITLE_EN,
            DESCRIPTION,
            STAGE,
            SEVERITY,
            VERIFIED_BY,
            RULE,
            SUBJECT_KIND,
            SUBJECT,
            SUBJECT_ZH,
            SUBJECT_EN,
            AREA_PATH,
            LONGITUDE,
            LATITUDE,
            DEPARTMENT,
            DEPARTMENT_PATH,
            HANDLER_ID,
            HANDLER,
            REPORTER,
            REPORTED_AT,
            OPENED_AT,
            STAGE_SINCE,
            SOON,
            DUE,
            CLOCK_YELLOW,
            CLOCK_RED,
            CLOCK_DUE,
            CLOCK_HELD,
            SUSPENDED_SINCE,
            HANDLED_AT,
            CLOSED_AT,
            CLOSED_BY,
            REOPENED,
            LATE_STAGES,
            HISTORICAL,
            CATEGORY);

    // The stage stands as a literal so that the planner sees that the partial indexes fit.
    public static final Condition OPEN = STAGE.ne(DSL.inline(CityCase.CLOSE.name()));

    private CaseTable() {}

    public static Condition within(Scope scope) {
        return scope.within(AREA_PATH, DEPARTMENT_PATH);
    }

    /** Rows of the first or the second; a first that does not narrow holds for all, which a plain {@code or} would drop. */
    public static Condition either(Condition first, Condition second) {
        return DSL.trueCondition().and(first).or(second);
    }

    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static CaseFile read(Record row) {
        return new CaseFile(
                new CaseId(row.get(ID)),
                row.get(NUMBER),
                row.get(KIND),
                Text.of(row.get(TITLE_ZH), row.get(TITLE_EN)),
                Optional.ofNullable(row.get(DESCRIPTION)),
                new Stage(row.get(STAGE)),
                Severity.ofLevel(row.get(SEVERITY)),
                row.get(VERIFIED_BY).equals("sensor"),
                row.get(VERIFIED_BY).equals("run"),
                row.get(VERIFIED_BY).equals("check"),
                Optional.ofNullable(row.get(RULE)),
                subject(row),
                row.get(AREA_PATH),
                Optional.ofNullable(row.get(LONGITUDE)).map(east -> new Position(east, row.get(LATITUDE))),
                Optional.ofNullable(row.get(DEPARTMENT)),
                Optional.ofNullable(row.get(DEPARTMENT_PATH)),
                Optional.ofNullable(row.get(HANDLER_ID)),
                Optional.ofNullable(row.get(HANDLER)),
                Optional.ofNullable(row.get(REPORTER)),
                row.get(REPORTED_AT).toInstant(),
                row.get(OPENED_AT).toInstant(),
                row.get(STAGE_SINCE).toInstant(),
                maybe(row, SOON),
                maybe(row, DUE),
                mark(row),
                maybe(row, HANDLED_AT),
                maybe(row, CLOSED_AT),
                Optional.ofNullable(row.get(CLOSED_BY)),
                row.get(REOPENED),
                row.get(LATE_STAGES),
                row.get(HISTORICAL),
                Optional.ofNullable(row.get(CATEGORY)));
    }

    private static ClockMark mark(Record row) {
        return new ClockMark(
                maybe(row, CLOCK_YELLOW),
                maybe(row, CLOCK_RED),
                maybe(row, CLOCK_DUE),
                Optional.ofNullable(row.get(CLOCK_HELD)),
                maybe(row, SUSPENDED_SINCE));
    }

    private static Optional<CaseSubject> subject(Record row) {
        return Optional.ofNullable(row.get(SUBJECT))
                .map(id ->
                        new CaseSubject(row.get(SUBJECT_KIND), id, Text.of(row.get(SUBJECT_ZH), row.get(SUBJECT_EN))));
    }

    private static Optional<Instant> maybe(Record row, Field<OffsetDateTime> field) {
        return Optional.ofNullable(row.get(field)).map(OffsetDateTime::toInstant);
    }

    private static <T> Field<T> field(String name, org.jooq.DataType<T> type) {
        return DSL.field(DSL.name(name), type);
    }

    private static Field<String> text(String name) {
        return field(name, SQLDataType.CLOB);
    }

    private static Field<OffsetDateTime> time(String name) {
        return field(name, SQLDataType.TIMESTAMPWITHTIMEZONE);
    }
}
