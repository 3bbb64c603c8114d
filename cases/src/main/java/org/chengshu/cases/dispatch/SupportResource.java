package org.chengshu.cases.dispatch;

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
final class SupportResource {
    private static final CaseRows.Rows ROWS = new CaseRows.Rows(
            "case_task",
            "asked_at",
            List.of(
                    "id",
                    "case_id",
                    "org",
                    "words",
                    "state",
                    "asked_at",
                    "asked_by",
                    "task_due",
                    "changed_at",
                    "changed_by",
                    "reason"));

    private final SupportTasks tasks;
    private final CaseRows rows;

    SupportResource(SupportTasks tasks, CaseRows rows) {
        this.tasks = tasks;
        this.rows = rows;
    }

    /** Tasks of supporting departments: on cases that one sees, and those of one's own department. */
    @GetMapping("/case-tasks")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    CursorPage<SupportTask> list(
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> department,
            Viewer viewer,
            Cursor cursor) {
        Condition wanted = state.map(ROWS.field("state", String.class)::eq)
                .orElseGet(DSL::noCondition)
                .and(department.map(ROWS.field("org", String.class)::eq).orElseGet(DSL::noCondition));
        return page(wanted, viewer, cursor);
    }

    @GetMapping("/cases/{id}/tasks")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    Tasks of(@PathVariable UUID id, Viewer viewer) {
        CaseFile file = rows.seen(id, viewer);
        return new Tasks(rows.ofCase(ROWS, file, SupportResource::task), tasks.actions(file, viewer));
    }

    @PostMapping("/cases/{id}/tasks")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = CaseRights.READ, audit = "case.support-asked")
    Tasks ask(@PathVariable UUID id, @RequestBody Wish wish, Viewer viewer) {
        tasks.ask(new CaseId(id), wish.checked(), viewer);
        return of(id, viewer);
    }

    @PostMapping("/cases/{id}/tasks/{task}/{move}")
    @Access(value = CaseRights.READ, audit = "case.support-moved")
    Tasks move(
            @PathVariable UUID id,
            @PathVariable UUID task,
            @PathVariable String move,
            @RequestBody Words words,
            Viewer viewer) {
        SupportMove how = SupportMove.ofWord(move)
                .orElseThrow(() -> new Fault(
                        CaseError.CASE_ACTION_UNKNOWN, "a task takes take, done, return or release, not " + move));
        tasks.move(new CaseId(id), task, how, words.given(), viewer);
        return of(id, viewer);
    }

    private CursorPage<SupportTask> page(Condition wanted, Viewer viewer, Cursor cursor) {
        Condition own = viewer.scope(CaseRights.READ)
                .within(
                        DSL.field(DSL.name("case_file", "area_path"), String.class),
                        ROWS.field("org_path", String.class));
        return rows.page(ROWS, wanted, own, viewer, cursor, SupportResource::task);
    }

    private static SupportTask task(Record row) {
        return new SupportTask(
                row.get("id", UUID.class),
                row.get("case_id", UUID.class),
                row.get("number", String.class),
                CaseRows.title(row),
                row.get("org", String.class),
                row.get("words", String.class),
                row.get("state", String.class),
                CaseRows.time(row, "asked_at").orElseThrow(),
                row.get("asked_by", String.class),
                CaseRows.time(row, "task_due"),
                CaseRows.time(row, "changed_at").orElseThrow(),
                CaseRows.text(row, "changed_by"),
                CaseRows.text(row, "reason"));
    }

    record Tasks(List<SupportTask> items, Map<UUID, List<String>> actions) {}

    record Wish(Optional<String> department, Optional<String> words, Optional<Integer> share) {
        SupportTasks.Wish checked() {
            if (share.filter(part -> part < 1 || part > 100).isPresent()) {
                throw new Fault(CaseError.CASE_TASK_NOT_NOW, "share is 1 to 100 percent, not " + share.get());
            }
            return new SupportTasks.Wish(
                    department.orElseThrow(() -> new Fault(CaseError.CASE_DEPARTMENT_WRONG, "department is missing")),
                    new Words(words).needed("words"),
                    share);
        }
    }
}
