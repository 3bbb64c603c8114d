package org.chengshu.cases.evaluation;

import static org.chengshu.cases.handling.CaseTable.within;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chengshu.core.access.Scope;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.kernel.Text;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What counted in evaluations, down to the line of the case. */
@Component
final class EvaluationMarks {
    private static final int FETCH = 5_000;
    private static final Field<OffsetDateTime> AT =
            DSL.field(DSL.name("mark", "at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<UUID> ID = DSL.field(DSL.name("mark", "id"), SQLDataType.UUID);
    private static final Field<String> MEASURE = DSL.field(DSL.name("mark", "measure"), SQLDataType.CLOB);
    static final Field<String> MARK_AREA = DSL.field(DSL.name("mark", "area_path"), SQLDataType.CLOB);
    static final Field<String> MARK_DEPARTMENT = DSL.field(DSL.name("mark", "department"), SQLDataType.CLOB);
    static final Field<String> MARK_POST = DSL.field(DSL.name("mark", "post"), SQLDataType.CLOB);
    private static final List<Field<?>> FIELDS = List.of(
            ID,
            AT,
            MEASURE,
            MARK_DEPARTMENT,
            MARK_POST,
            DSL.field(DSL.name("mark", "case_id")),
            DSL.field(DSL.name("mark", "seq")),
            DSL.field(DSL.name("mark", "n")),
            DSL.field(DSL.name("mark", "value")),
            DSL.field(DSL.name("case_file", "number")),
            DSL.field(DSL.name("case_file", "title_zh")),
            DSL.field(DSL.name("case_file", "title_en")),
            DSL.field("(select appeal.state from cs_cases.evaluation_appeal as appeal where appeal.mark_id = mark.id"
                            + " order by appeal.asked_at desc limit 1)")
                    .as("appeal"));

    private final DSLContext db;
    private final JsonMapper json;

    EvaluationMarks(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** One mark with its case, for people; {@code appeal} is how the latest one about it stands. */
    record Item(
            UUID id,
            UUID caseId,
            String caseNumber,
            Text caseTitle,
            String measure,
            Instant at,
            long line,
            Optional<String> department,
            Optional<String> post,
            int n,
            long value,
            Optional<String> appeal) {}

    // Named as the columns are.
    private record Kept(
            UUID id,
            UUID case_id,
            long seq,
            String measure,
            Instant at,
            String area_path,
            Optional<String> department,
            Optional<String> post,
            int n,
            long value) {
        static Kept of(CaseMark mark) {
            return new Kept(
                    mark.id(),
                    mark.caseId(),
                    mark.seq(),
                    mark.measure().word(),
                    mark.at(),
                    mark.areaPath(),
                    mark.department(),
                    mark.post(),
                    mark.n(),
                    mark.value());
        }
    }

    void add(UUID evaluation, List<CaseMark> marks) {
        db.execute(
                """
                insert into cs_cases.evaluation_mark (
                    evaluation_id, id, case_id, seq, measure, at, area_path, department, post, n, value)
                select cast(? as uuid), kept.* from jsonb_to_recordset(cast(? as jsonb)) as kept (
                    id uuid, case_id uuid, seq bigint, measure text, at timestamptz, area_path text, department text,
                    post text, n integer, value bigint)
                on conflict do nothing
                """,
                evaluation,
                json.writeValueAsString(marks.stream().map(Kept::of).toList()));
    }

    /** All of an evaluation; whether something was granted about each. To be called in a transaction. */
    void each(UUID evaluation, Consumer<CaseMark> all, Consumer<CaseMark> standing) {
        try (Stream<Record> rows = db.resultQuery("""
                        select mark.*, exists (select 1 from cs_cases.evaluation_appeal as appeal
                            where appeal.mark_id = mark.id and appeal.state = 'granted') as granted
                        from cs_cases.evaluation_mark as mark where mark.evaluation_id = ? order by mark.id
                        """, evaluation).fetchSize(FETCH).stream()) {
            rows.forEach(row -> {
                CaseMark mark = mark(row);
                all.accept(mark);
                if (!row.get("granted", Boolean.class)) {
                    standing.accept(mark);
                }
            });
        }
    }

    boolean corrected(UUID evaluation) {
        return db.fetchOptional("""
                select 1 from cs_cases.evaluation_mark as mark join cs_cases.evaluation_appeal as appeal
                    on appeal.mark_id = mark.id and appeal.state = 'granted'
                where mark.evaluation_id = ? limit 1
                """, evaluation).isPresent();
    }

    CursorPage<Item> list(UUID evaluation, Condition which, Optional<Measure> measure, Scope scope, Cursor cursor) {
        return Keyset.fetch(
                db.select(FIELDS)
                        .from(DSL.table("cs_cases.evaluation_mark as mark"))
                        .join(DSL.table("cs_cases.case_file"))
                        .on("case_file.id = mark.case_id")
                        .where(DSL.field(DSL.name("mark", "evaluation_id"), UUID.class)
                                .eq(evaluation))
                        .and(which)
                        .and(measure.map(one -> MEASURE.eq(one.word())).orElseGet(DSL::noCondition))
                        .and(scope.isEverywhere() ? DSL.noCondition() : inScope(scope)),
                cursor,
                AT,
                ID,
                EvaluationMarks::item);
    }

    private static Condition inScope(Scope scope) {
        return DSL.exists(DSL.selectOne()
                .from(DSL.table("cs_cases.case_file as own"))
                .where("own.id = mark.case_id")
                .and(within(scope)));
    }

    /** The mark with its area and department. */
    Optional<CaseMark> find(UUID evaluation, UUID id) {
        return db.fetchOptional(
                        "select * from cs_cases.evaluation_mark where evaluation_id = ? and id = ?", evaluation, id)
                .map(EvaluationMarks::mark);
    }

    private static CaseMark mark(Record row) {
        return new CaseMark(
                row.get("case_id", UUID.class),
                row.get("seq", Long.class),
                Measure.ofWord(row.get("measure", String.class)).orElseThrow(),
                row.get("at", OffsetDateTime.class).toInstant(),
                row.get("area_path", String.class),
                Optional.ofNullable(row.get("department", String.class)),
                Optional.ofNullable(row.get("post", String.class)),
                row.get("n", Integer.class),
                row.get("value", Long.class));
    }

    private static Item item(Record row) {
        return new Item(
                row.get("id", UUID.class),
                row.get("case_id", UUID.class),
                row.get("number", String.class),
                Text.of(row.get("title_zh", String.class), row.get("title_en", String.class)),
                row.get("measure", String.class),
                row.get("at", OffsetDateTime.class).toInstant(),
                row.get("seq", Long.class),
                Optional.ofNullable(row.get("department", String.class)),
                Optional.ofNullable(row.get("post", String.class)),
                row.get("n", Integer.class),
                row.get("value", Long.class),
                Optional.ofNullable(row.get("appeal", String.class)));
    }
}
