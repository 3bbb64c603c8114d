package org.chengshu.cases.check;

import static org.chengshu.cases.handling.CaseTable.within;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.kinds.CheckWay;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Reads checks with their cases, as a viewer may see them. */
@Component
final class CheckBook {
    private static final Field<OffsetDateTime> ASKED_AT =
            DSL.field(DSL.name("check_task", "asked_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<UUID> ID = DSL.field(DSL.name("check_task", "id"), SQLDataType.UUID);
    private static final Field<UUID> CASE_ID = DSL.field(DSL.name("check_task", "case_id"), SQLDataType.UUID);
    private static final Field<String> WAY = DSL.field(DSL.name("check_task", "way"), SQLDataType.CLOB);
    private static final Field<String> STATE = DSL.field(DSL.name("check_task", "state"), SQLDataType.CLOB);
    private static final List<Field<?>> FIELDS = Stream.concat(
                    Stream.concat(Stream.of(ID, ASKED_AT), of("check_task", "").stream()),
                    of("case_file", "case_").stream())
            .toList();

    private final DSLContext db;
    private final CheckPhotos photos;

    CheckBook(DSLContext db, CheckPhotos photos) {
        this.db = db;
        this.photos = photos;
    }

    private static List<Field<?>> of(String table, String prefix) {
        List<String> columns = prefix.isEmpty()
                ? List.of(
                        "case_id",
                        "way",
                        "cause",
                        "state",
                        "report_id",
                        "taken_by",
                        "taker",
                        "tries",
                        "ended_at",
                        "answerer",
                        "note",
                        "score",
                        "longitude",
                        "latitude",
                        "metres",
                        "round",
                        "closure_id")
                : List.of(
                        "number",
                        "title_zh",
                        "title_en",
                        "severity",
                        "area_path",
                        "longitude",
                        "latitude",
                        "department",
                        "department_path");
        return columns.stream()
                .<Field<?>>map(column -> DSL.field(DSL.name(table, column)).as(prefix + column))
                .toList();
    }

    /** What lists may be narrowed by; {@code mine} leaves what waits for the viewer. */
    record Filter(Optional<CheckWay> way, Optional<CheckState> state, Optional<UUID> caseId, boolean mine) {}

    CursorPage<CheckItem> list(Filter filter, Viewer viewer, Cursor cursor) {
        Condition wanted = DSL.and(
                within(viewer.scope(CaseRights.READ)),
                filter.way().map(way -> WAY.eq(way.word())).orElseGet(DSL::noCondition),
                filter.state().map(state -> STATE.eq(state.word())).orElseGet(DSL::noCondition),
                filter.caseId().map(CASE_ID::eq).orElseGet(DSL::noCondition),
                filter.mine() ? mine(viewer) : DSL.noCondition());
        CursorPage<Record> rows = Keyset.fetch(select().where(wanted), cursor, ASKED_AT, ID, row -> row);
        return new CursorPage<>(items(rows.items(), viewer), rows.next());
    }

    CheckItem get(UUID id, Viewer viewer) {
        List<Record> row = List.copyOf(select().where(within(viewer.scope(CaseRights.READ)))
                .and(ID.eq(id))
                .fetch());
        return items(row, viewer).stream()
                .findFirst()
                .orElseThrow(() -> new Fault(CaseError.CHECK_UNKNOWN, "no check " + id));
    }

    /** The longest open ones that the viewer may answer. */
    List<CheckItem> pressing(Viewer viewer, int most) {
        List<Record> rows = List.copyOf(select().where(within(viewer.scope(CaseRights.READ)))
                .and(mine(viewer))
                .orderBy(ASKED_AT, ID)
                .limit(most)
                .fetch());
        return items(rows, viewer);
    }

    private SelectOnConditionStep<Record> select() {
        return db.select(FIELDS)
                .from(DSL.table("cs_cases.check_task"))
                .join(DSL.table("cs_cases.case_file"))
                .on("case_file.id = check_task.case_id");
    }

    /** Open, where the viewer has the right for its way, not another's, and of no case that he had a hand in. */
    private static Condition mine(Viewer viewer) {
        Condition way = DSL.or(Arrays.stream(CheckWay.values())
                .map(one -> WAY.eq(one.word()).and(within(viewer.scope(CheckRules.right(one)))))
                .toList());
        return DSL.and(
                STATE.eq(DSL.inline(CheckState.OPEN.word())),
                way,
                DSL.condition("coalesce(check_task.taken_by = ?, true)", viewer.accountId()),
                DSL.condition("""
                        not exists (select 1 from cs_cases.step where step.case_id = check_task.case_id
                            and step.person_id = ? and (step.action = any (?)
                                or check_task.cause = 'sample' and step.action = any (?)))
                        """, viewer.accountId(), words(CheckRules.handling()), words(CheckRules.closing())));
    }

    private static String[] words(CaseAction... actions) {
        return Arrays.stream(actions).map(CaseAction::word).toArray(String[]::new);
    }

    private List<CheckItem> items(List<Record> rows, Viewer viewer) {
        Map<UUID, List<CheckPhoto>> pictures =
                photos.of(rows.stream().map(row -> row.get(ID)).toList());
        Map<UUID, Set<String>> done = doneBy(viewer, rows);
        return rows.stream()
                .map(row -> CheckRow.item(
                        row,
                        pictures.getOrDefault(row.get(ID), List.of()),
                        CheckRow.refusal(row, done.getOrDefault(row.get("case_id", UUID.class), Set.of()), viewer)))
                .toList();
    }

    /** What the viewer himself did to these cases. */
    private Map<UUID, Set<String>> doneBy(Viewer viewer, List<Record> rows) {
        UUID[] ids = rows.stream().map(row -> row.get("case_id", UUID.class)).toArray(UUID[]::new);
        return db
                .fetch(
                        "select distinct case_id, action from cs_cases.step where case_id = any (?) and person_id = ?",
                        ids,
                        viewer.accountId())
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("case_id", UUID.class),
                        Collectors.mapping(row -> row.get("action", String.class), Collectors.toSet())));
    }
}
