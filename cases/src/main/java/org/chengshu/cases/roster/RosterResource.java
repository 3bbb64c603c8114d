package org.chengshu.cases.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.ETags;
import org.chengshu.core.http.IfMatch;
import org.chengshu.kernel.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cases/v1")
final class RosterResource {
    private static final int MOST_WORDS = 10_000;

    private final Rosters rosters;
    private final HandOverNotes notes;

    RosterResource(Rosters rosters, HandOverNotes notes) {
        this.rosters = rosters;
        this.notes = notes;
    }

    /** All rosters in use, with who is on duty now. */
    @GetMapping("/duty-rosters")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    CursorPage<Roster> list(Viewer viewer) {
        return new CursorPage<>(rosters.list(viewer), Optional.empty());
    }

    @PostMapping("/duty-rosters")
    @Access(value = Rosters.RIGHT, audit = "roster.made")
    ResponseEntity<Roster> create(@RequestBody RosterDraft draft, Viewer viewer) {
        return tagged(HttpStatus.CREATED, rosters.create(draft, viewer));
    }

    @GetMapping("/duty-rosters/{roster}")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    ResponseEntity<Roster> get(@PathVariable UUID roster, Viewer viewer) {
        return tagged(HttpStatus.OK, rosters.view(rosters.get(roster, viewer)));
    }

    @PutMapping("/duty-rosters/{roster}")
    @Access(value = Rosters.RIGHT, audit = "roster.changed")
    ResponseEntity<Roster> change(
            @PathVariable UUID roster, @RequestBody RosterDraft draft, IfMatch ifMatch, Viewer viewer) {
        return tagged(HttpStatus.OK, rosters.change(roster, draft, ifMatch, viewer));
    }

    @DeleteMapping("/duty-rosters/{roster}")
    @Access(value = Rosters.RIGHT, audit = "roster.retired")
    ResponseEntity<Void> retire(@PathVariable UUID roster, IfMatch ifMatch, Viewer viewer) {
        rosters.retire(roster, ifMatch, viewer);
        return ResponseEntity.noContent().build();
    }

    /** Others serve a shift on one day. */
    @PostMapping("/duty-rosters/{roster}/swaps")
    @Access(value = Rosters.RIGHT, audit = "roster.swapped")
    Roster swap(@PathVariable UUID roster, @RequestBody SwapDraft draft, Viewer viewer) {
        return rosters.swap(roster, draft.checked(), viewer);
    }

    /** What a note written now would list. */
    @GetMapping("/duty-rosters/{roster}/open-items")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    Open open(@PathVariable UUID roster, Viewer viewer) {
        return new Open(notes.open(roster, viewer));
    }

    @PostMapping("/duty-rosters/{roster}/hand-overs")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = CaseRights.READ, audit = "hand-over.written")
    HandOverNote write(@PathVariable UUID roster, @RequestBody Note note, Viewer viewer) {
        return notes.write(
                roster,
                text(note.words()).orElseThrow(() -> new Fault(CaseError.CASE_REASON_MISSING, "words are missing")),
                viewer);
    }

    @GetMapping("/hand-overs")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    CursorPage<HandOverNote> handOvers(
            @RequestParam Optional<UUID> roster,
            @RequestParam(defaultValue = "false") boolean waiting,
            Viewer viewer,
            Cursor cursor) {
        return notes.list(roster, waiting, viewer, cursor);
    }

    @GetMapping("/hand-overs/{note}")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    HandOverNote handOver(@PathVariable UUID note, Viewer viewer) {
        return notes.get(note, viewer);
    }

    @PostMapping("/hand-overs/{note}/take-over")
    @Access(value = CaseRights.READ, audit = "hand-over.taken")
    HandOverNote takeOver(@PathVariable UUID note, @RequestBody Note remark, Viewer viewer) {
        return notes.takeOver(note, text(remark.words()), viewer);
    }

    private static Optional<String> text(Optional<String> words) {
        Optional<String> clean = words.map(String::strip).filter(some -> !some.isEmpty());
        if (clean.filter(some -> some.length() > MOST_WORDS).isPresent()) {
            throw new Fault(CaseError.ROSTER_WRONG, "words have at most " + MOST_WORDS + " characters");
        }
        return clean;
    }

    private static ResponseEntity<Roster> tagged(HttpStatus status, Roster roster) {
        return ResponseEntity.status(status).eTag(ETags.of(roster.version())).body(roster);
    }

    record Open(List<HandOverNote.OpenItem> items) {}

    record Note(Optional<String> words) {}

    record SwapDraft(
            Optional<String> day, Optional<String> shift, Optional<List<String>> people, Optional<String> reason) {
        DutyWeek.Swap checked() {
            try {
                return new DutyWeek.Swap(
                        LocalDate.parse(day.orElse("")),
                        RosterDraft.time(shift, "shift"),
                        people.orElse(List.of()),
                        text(reason).orElseThrow(() -> new Fault(CaseError.CASE_REASON_MISSING, "reason is missing")));
            } catch (DateTimeException e) {
                throw new Fault(CaseError.ROSTER_WRONG, "day is a date such as 2026-10-01", e);
            }
        }
    }
}
