package org.chengshu.cases.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cases/v1")
final class SupervisionResource {
    private static final CaseRows.Rows ROWS = new CaseRows.Rows(
            "case_supervision",
            "raised_at",
            List.of(
                    "id",
                    "case_id",
                    "level",
                    "reason",
                    "origin",
                    "state",
                    "raised_at",
                    "raised_by",
                    "answer_due",
                    "answer",
                    "answered_at",
                    "answered_by",
                    "refused",
                    "ended_at",
                    "ended_by",
                    "ending"));

    private final Supervisions supervisions;
    private final CaseRows rows;
    private final Clock clock;

    SupervisionResource(Supervisions supervisions, CaseRows rows, Clock clock) {
        this.supervisions = supervisions;
        this.rows = rows;
        this.clock = clock;
    }

    @PostMapping("/cases/{id}/supervisions")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = CaseRights.SUPERVISE, audit = "case.supervised")
    Supervised raise(@PathVariable UUID id, @RequestBody Demand demand, Viewer viewer) {
        supervisions.raise(new CaseId(id), demand.checked(), viewer);
        return of(id, viewer);
    }

    @GetMapping("/cases/{id}/supervisions")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    Supervised of(@PathVariable UUID id, Viewer viewer) {
        CaseFile file = rows.seen(id, viewer);
        return new Supervised(rows.ofCase(ROWS, file, this::supervision), supervisions.actions(file, viewer));
    }

    @PostMapping("/cases/{id}/supervisions/{supervision}/answer")
    @Access(value = CaseRights.READ, audit = "case.supervision-answered")
    Supervised answer(@PathVariable UUID id, @PathVariable UUID supervision, @RequestBody Words words, Viewer viewer) {
        supervisions.answer(new CaseId(id), supervision, words.needed("reason"), viewer);
        return of(id, viewer);
    }

    /** Closes it, or demands another answer by {@code answerDue}. */
    @PostMapping("/cases/{id}/supervisions/{supervision}/judgement")
    @Access(value = CaseRights.SUPERVISE, audit = "case.supervision-judged")
    Supervised judge(
            @PathVariable UUID id, @PathVariable UUID supervision, @RequestBody Judgement judgement, Viewer viewer) {
        supervisions.judge(
                new CaseId(id),
                supervision,
                judgement.answerDue(),
                new Words(judgement.reason()).needed("reason"),
                viewer);
        return of(id, viewer);
    }

    /** {@code late} tells of open ones whose answer is overdue. */
    @GetMapping("/supervisions")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    CursorPage<Supervision> list(
            @RequestParam Optional<String> state,
            @RequestParam Optional<Integer> level,
            @RequestParam Optional<String> origin,
            @RequestParam Optional<String> department,
            @RequestParam(defaultValue = "false") boolean late,
            Viewer viewer,
            Cursor cursor) {
        Condition overdue = DSL.field(DSL.name("case_supervision", "answer_due"), SQLDataType.TIMESTAMPWITHTIMEZONE)
                .lt(clock.instant().atOffset(ZoneOffset.UTC))
                .and(ROWS.field("state", String.class).eq("open"));
        Condition wanted = DSL.and(
                state.map(ROWS.field("state", String.class)::eq).orElseGet(DSL::noCondition),
                level.map(ROWS.field("level", Integer.class)::eq).orElseGet(DSL::noCondition),
                origin.map(ROWS.field("origin", String.class)::eq).orElseGet(DSL::noCondition),
                department
                        .map(DSL.field(DSL.name("case_file", "department"), String.class)::eq)
                        .orElseGet(DSL::noCondition),
                late ? overdue : DSL.noCondition());
        return page(wanted, viewer, cursor);
    }

    private CursorPage<Supervision> page(Condition wanted, Viewer viewer, Cursor cursor) {
        return rows.page(ROWS, wanted, DSL.falseCondition(), viewer, cursor, this::supervision);
    }

    private Supervision supervision(Record row) {
        String state = row.get("state", String.class);
        Instant due = CaseRows.time(row, "answer_due").orElseThrow();
        return new Supervision(
                row.get("id", UUID.class),
                row.get("case_id", UUID.class),
                row.get("number", String.class),
                CaseRows.title(row),
                CaseRows.text(row, "department"),
                row.get("level", Integer.class),
                row.get("reason", String.class),
                row.get("origin", String.class),
                state,
                CaseRows.time(row, "raised_at").orElseThrow(),
                CaseRows.text(row, "raised_by"),
                due,
                CaseRows.time(row, "answered_at")
                        .filter(_ -> !state.equals("open"))
                        .orElseGet(clock::instant)
                        .isAfter(due),
                CaseRows.text(row, "answer"),
                CaseRows.time(row, "answered_at"),
                CaseRows.text(row, "answered_by"),
                row.get("refused", Integer.class),
                CaseRows.time(row, "ended_at"),
                CaseRows.text(row, "ended_by"),
                CaseRows.text(row, "ending"));
    }

    record Supervised(List<Supervision> items, Map<UUID, List<String>> actions) {}

    record Judgement(Optional<String> reason, Optional<Instant> answerDue) {}

    record Demand(Optional<Integer> level, Optional<String> reason, Optional<Instant> answerDue) {
        Supervisions.Demand checked() {
            int at = level.orElse(1);
            if (at < 1 || at > 3) {
                throw new Fault(CaseError.CASE_SUPERVISION_WRONG, "level is 1 to 3, not " + at);
            }
            return new Supervisions.Demand(
                    at,
                    new Words(reason).needed("reason"),
                    answerDue.orElseThrow(() -> new Fault(CaseError.CASE_SUPERVISION_WRONG, "answerDue is missing")));
        }
    }
}
