package org.chengshu.cases.checklist;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.kernel.Fault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cases/v1/cases/{id}/checklist")
final class ChecklistResource {
    private static final int LONGEST = 500;

    private final ChecklistDesk desk;

    ChecklistResource(ChecklistDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    ChecklistPage get(@PathVariable UUID id, Viewer viewer) {
        return desk.get(new CaseId(id), viewer);
    }

    /** Ticks one thing of the stage that the case is in, or takes the tick back. */
    @PostMapping("/marks")
    @Access(value = CaseRights.READ, audit = "case.checklist-ticked")
    ChecklistPage tick(@PathVariable UUID id, @RequestBody Mark mark, Viewer viewer, HttpServletRequest http) {
        ChecklistDesk.Tick tick = mark.read();
        AuditNotes.of(http).add("item", tick.item()).add("done", Boolean.toString(tick.done()));
        return desk.tick(new CaseId(id), tick, viewer);
    }

    record Mark(Optional<String> item, Optional<Boolean> done, Optional<String> note) {
        ChecklistDesk.Tick read() {
            String which = item.orElseThrow(() -> new Fault(CaseError.CASE_CHECKLIST_WRONG, "item is missing"));
            Optional<String> words = note.map(String::strip).filter(text -> !text.isEmpty());
            if (words.filter(text -> text.length() > LONGEST).isPresent()) {
                throw new Fault(CaseError.CASE_CHECKLIST_WRONG, "note has more than " + LONGEST + " characters");
            }
            return new ChecklistDesk.Tick(which, done.orElse(true), words);
        }
    }
}
