package org.chengshu.cases.batch;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.CaseItem;
import org.chengshu.cases.handling.CaseItems;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Unrepeatable;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One deed for many cases, and giving a case to somebody. */
@RestController
@RequestMapping(BatchResource.PATH)
class BatchResource implements SheetSource {
    static final String PATH = "/api/cases/v1/cases";

    private final CaseBatch batch;
    private final CaseAssigning assigning;
    private final CaseItems items;
    private final Clock clock;

    BatchResource(CaseBatch batch, CaseAssigning assigning, CaseItems items, Clock clock) {
        this.batch = batch;
        this.assigning = assigning;
        this.items = items;
        this.clock = clock;
    }

    /** Each case is done or refused for itself; the rights are those of the single deeds. */
    @PostMapping("/batch")
    @Unrepeatable
    @Access(value = CaseRights.READ, audit = "case.many-acted-on")
    BatchOutcome many(@RequestBody Order order, Viewer viewer, HttpServletRequest http) {
        BatchOrder asked = order.read();
        BatchOutcome outcome = batch.carryOut(asked, viewer);
        AuditNotes notes = AuditNotes.of(http)
                .add("action", asked.deed().word())
                .add("done", Integer.toString(outcome.done()))
                .add("refused", Integer.toString(outcome.refused()));
        asked.department().ifPresent(code -> notes.add("department", code));
        asked.category().ifPresent(code -> notes.add("category", code));
        asked.person().ifPresent(person -> notes.add("person", person.toString()));
        return outcome;
    }

    @PostMapping("/{id}/assignment")
    @Access(value = CaseRights.READ, audit = "case.assigned")
    CaseItem assign(@PathVariable UUID id, @RequestBody Assignment to, Viewer viewer) {
        UUID person = to.person().orElseThrow(() -> BatchOrder.wrong("person is missing"));
        return items.of(assigning.assign(new CaseId(id), person, words(to.note()), viewer), clock.instant());
    }

    /** The people to whom the viewer may give the case. */
    @GetMapping("/{id}/handlers")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    CursorPage<CaseAssigning.CaseHandler> handlers(@PathVariable UUID id, Viewer viewer) {
        return new CursorPage<>(assigning.handlers(new CaseId(id), viewer), Optional.empty());
    }

    private static Optional<String> words(Optional<String> text) {
        return text == null ? Optional.empty() : text.map(String::strip).filter(some -> !some.isEmpty());
    }

    record Assignment(Optional<UUID> person, Optional<String> note) {}

    record Order(
            Optional<List<UUID>> ids,
            Optional<String> action,
            Optional<String> note,
            Optional<String> department,
            Optional<UUID> person,
            Optional<String> category) {
        BatchOrder read() {
            return new BatchOrder(
                    ids.orElse(List.of()),
                    BatchOrder.Deed.ofWord(action.orElse("")),
                    words(note),
                    words(department),
                    person,
                    category.map(String::strip));
        }
    }

    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(
                        CaseAssigning.CaseHandler.class, PATH + "/{id}/handlers", "可指派的处置人", "People to give a case to")
                .with("姓名", "Name", CaseAssigning.CaseHandler::name)
                .with("编号", "Id", CaseAssigning.CaseHandler::id));
    }
}
