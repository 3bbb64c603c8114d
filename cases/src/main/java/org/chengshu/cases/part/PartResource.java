package org.chengshu.cases.part;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sub-tasks of a case. */
@RestController
@RequestMapping("/api/cases/v1/cases/{id}")
class PartResource implements SheetSource {
    private static final int LONGEST_NOTE = 2_000;

    private final PartDesk desk;

    PartResource(PartDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/parts")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    PartPage get(@PathVariable UUID id, Viewer viewer) {
        return desk.get(new CaseId(id), viewer);
    }

    @PostMapping("/parts")
    @Access(value = CaseRights.READ, audit = "case.part-asked")
    PartPage ask(@PathVariable UUID id, @RequestBody PartWish wish, Viewer viewer, HttpServletRequest http) {
        AuditNotes notes = AuditNotes.of(http);
        wish.department().ifPresent(code -> notes.add("department", code));
        wish.person().ifPresent(person -> notes.add("person", person.toString()));
        return desk.ask(new CaseId(id), wish, viewer);
    }

    @PostMapping("/parts/{part}/answer")
    @Access(value = CaseRights.READ, audit = "case.part-answered")
    PartPage answer(@PathVariable UUID id, @PathVariable UUID part, @RequestBody Answer answer, Viewer viewer) {
        boolean done = answer.done().orElseThrow(() -> PartWish.wrong("done is missing: true, or false to decline"));
        return desk.settle(
                new CaseId(id), part, done ? PartState.DONE : PartState.DECLINED, words(answer.note()), viewer);
    }

    @PostMapping("/parts/{part}/withdrawal")
    @Access(value = CaseRights.READ, audit = "case.part-withdrawn")
    PartPage withdraw(@PathVariable UUID id, @PathVariable UUID part, @RequestBody Note note, Viewer viewer) {
        return desk.settle(new CaseId(id), part, PartState.WITHDRAWN, words(note.note()), viewer);
    }

    /** Whom the viewer may ask. */
    @GetMapping("/part-people")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    CursorPage<PartPage.Person> people(@PathVariable UUID id, Viewer viewer) {
        return new CursorPage<>(desk.people(new CaseId(id), viewer), Optional.empty());
    }

    private static Optional<String> words(Optional<String> text) {
        Optional<String> words =
                text == null ? Optional.empty() : text.map(String::strip).filter(some -> !some.isEmpty());
        if (words.filter(some -> some.length() > LONGEST_NOTE).isPresent()) {
            throw PartWish.wrong("note has more than " + LONGEST_NOTE + " characters");
        }
        return words;
    }

    record Answer(Optional<Boolean> done, Optional<String> note) {}

    record Note(Optional<String> note) {}

    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(
                ListSheet.of(PartPage.Person.class, "/api/cases/v1/cases/{id}/part-people", "可交办的人", "People to ask")
                        .with("姓名", "Name", PartPage.Person::name)
                        .with("单位", "Organisation", PartPage.Person::organisation)
                        .with("编号", "Id", PartPage.Person::id));
    }
}
