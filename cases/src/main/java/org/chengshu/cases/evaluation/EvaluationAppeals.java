package org.chengshu.cases.evaluation;

import static org.chengshu.cases.handling.CaseTable.within;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Duties;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What departments hold against being charged with something, and what was decided. Marks are never changed by it. */
@Component
final class EvaluationAppeals {
    private static final Field<OffsetDateTime> ASKED_AT =
            DSL.field(DSL.name("appeal", "asked_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<UUID> ID = DSL.field(DSL.name("appeal", "id"), SQLDataType.UUID);
    private static final Field<String> STATE = DSL.field(DSL.name("appeal", "state"), SQLDataType.CLOB);

    private static final List<Field<?>> FIELDS = Stream.concat(
                    Stream.of(ID, ASKED_AT, STATE),
                    Stream.of("appeal.evaluation_id appeal.mark_id appeal.case_id appeal.measure appeal.department"
                                    + " appeal.reason appeal.asker appeal.decided_at appeal.decider"
                                    + " appeal.decision own.number own.title_zh own.title_en")
                            .flatMap(names -> Stream.of(names.split(" ")))
                            .<Field<?>>map(name -> DSL.field(DSL.name(name.split("\\.")))))
            .toList();

    private final DSLContext db;
    private final EvaluationMarks marks;
    private final EvaluationBook book;
    private final EvaluationTotals totals;
    private final CaseStore cases;
    private final Organisations organisations;
    private final Transactions transactions;
    private final Clock clock;

    EvaluationAppeals(
            DSLContext db,
            EvaluationMarks marks,
            EvaluationBook book,
            EvaluationTotals totals,
            CaseStore cases,
            Organisations organisations,
            Transactions transactions,
            Clock clock) {
        this.db = db;
        this.marks = marks;
        this.book = book;
        this.totals = totals;
        this.cases = cases;
        this.organisations = organisations;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** An appeal with the case it is about. */
    record Item(
            UUID id,
            UUID evaluation,
            UUID mark,
            UUID caseId,
            String caseNumber,
            Text caseTitle,
            String measure,
            Optional<String> department,
            String reason,
            Instant askedAt,
            String askedBy,
            String state,
            Optional<Instant> decidedAt,
            Optional<String> decidedBy,
            Optional<String> decision) {}

    UUID ask(UUID evaluation, UUID mark, String reason, Viewer viewer) {
        CaseMark about = marks.find(evaluation, mark)
                .filter(one -> cases.find(new CaseId(one.caseId()), viewer.scope(CaseRights.READ))
                        .isPresent())
                .orElseThrow(() -> new Fault(CaseError.EVALUATION_UNKNOWN, "the evaluation counts no " + mark));
        Optional<String> path = about.department().flatMap(organisations::find).map(Organisation::path);
        if (!viewer.may(CaseRights.EVALUATE) && !viewer.scope(CaseRights.HANDLE).contains(about.areaPath(), path)) {
            throw new Fault(CoreError.FORBIDDEN, "only the department that it counts against appeals");
        }
        Instant now = clock.instant();
        UUID id = Ids.at(now);
        int asked = db.execute(
                """
                insert into cs_cases.evaluation_appeal (
                    id, evaluation_id, mark_id, case_id, measure, department, reason, asked_at, asked_by, asker, state)
                values (?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz), ?, ?, 'asked')
                on conflict do nothing
                """,
                id,
                evaluation,
                mark,
                about.caseId(),
                about.measure().word(),
                about.department().orElse(null),
                reason,
                now,
                viewer.accountId(),
                viewer.displayName());
        if (asked == 0) {
            throw new Fault(CaseError.APPEAL_WRONG, "it has been appealed against already");
        }
        return id;
    }

    void decide(UUID id, boolean granted, String words, Viewer viewer) {
        transactions.run(() -> {
            Record row = db.fetchOptional("select * from cs_cases.evaluation_appeal where id = ? for update", id)
                    .orElseThrow(() -> new Fault(CaseError.APPEAL_UNKNOWN, "no appeal " + id));
            if (!row.get("state", String.class).equals("asked")) {
                throw new Fault(CaseError.APPEAL_WRONG, "it has been decided");
            }
            duties(row).require(viewer);
            db.execute(
                    """
                    update cs_cases.evaluation_appeal
                    set state = ?, decided_at = cast(? as timestamptz), decided_by = ?, decider = ?, decision = ?
                    where id = ?
                    """,
                    granted ? "granted" : "refused",
                    clock.instant(),
                    viewer.accountId(),
                    viewer.displayName(),
                    words,
                    id);
            if (granted) {
                book.counting(Set.of(row.get("mark_id", UUID.class)))
                        .forEach(one -> totals.write(one, book.get(one).to()));
            }
        });
    }

    private Duties duties(Record row) {
        Optional<Organisation> department =
                Optional.ofNullable(row.get("department", String.class)).flatMap(organisations::find);
        return Duties.of(Text.of("裁定该申诉", "decide on the appeal"))
                .notBy(Text.of("申诉人", "whoever appealed"), List.of(row.get("asked_by", UUID.class)))
                .notOf(
                        department.map(Organisation::name).orElseGet(() -> Text.of("该部门", "the department")),
                        department.map(Organisation::path));
    }

    CursorPage<Item> list(Optional<String> state, Viewer viewer, Cursor cursor) {
        return Keyset.fetch(
                db.select(FIELDS)
                        .from(DSL.table("cs_cases.evaluation_appeal as appeal"))
                        .join(DSL.table("cs_cases.case_file as own"))
                        .on("own.id = appeal.case_id")
                        .where(state.map(STATE::eq).orElseGet(DSL::noCondition))
                        .and(DSL.exists(DSL.selectOne()
                                .from(DSL.table("cs_cases.case_file"))
                                .where("case_file.id = appeal.case_id")
                                .and(within(viewer.scope(CaseRights.READ))))),
                cursor,
                ASKED_AT,
                ID,
                EvaluationAppeals::item);
    }

    Item get(UUID id) {
        return db.fetchOptional("""
                        select appeal.*, number, title_zh, title_en from cs_cases.evaluation_appeal as appeal
                        join cs_cases.case_file on case_file.id = appeal.case_id where appeal.id = ?
                        """, id)
                .map(EvaluationAppeals::item)
                .orElseThrow(() -> new Fault(CaseError.APPEAL_UNKNOWN, "no appeal " + id));
    }

    private static Item item(Record row) {
        return new Item(
                row.get("id", UUID.class),
                row.get("evaluation_id", UUID.class),
                row.get("mark_id", UUID.class),
                row.get("case_id", UUID.class),
                row.get("number", String.class),
                Text.of(row.get("title_zh", String.class), row.get("title_en", String.class)),
                row.get("measure", String.class),
                Optional.ofNullable(row.get("department", String.class)),
                row.get("reason", String.class),
                row.get("asked_at", OffsetDateTime.class).toInstant(),
                row.get("asker", String.class),
                row.get("state", String.class),
                Optional.ofNullable(row.get("decided_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.get("decider", String.class)),
                Optional.ofNullable(row.get("decision", String.class)));
    }
}
