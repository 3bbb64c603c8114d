package org.chengshu.cases.deadline;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.clock.ClockKeeper;
import org.chengshu.cases.clock.ClockRequest;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.kernel.Fault;
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
final class ClockResource {
    private final CaseStore store;
    private final ClockKeeper clocks;
    private final ClockDesk desk;
    private final ClockBook book;
    private final Clock clock;

    ClockResource(CaseStore store, ClockKeeper clocks, ClockDesk desk, ClockBook book, Clock clock) {
        this.store = store;
        this.clocks = clocks;
        this.desk = desk;
        this.book = book;
        this.clock = clock;
    }

    @GetMapping("/cases/{id}/clocks")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    ClockPage of(@PathVariable UUID id, Viewer viewer) {
        return page(
                store.find(new CaseId(id), viewer.scope(CaseRights.READ))
                        .orElseThrow(() -> new Fault(CaseError.CASE_UNKNOWN, "no case " + id)),
                viewer);
    }

    @PostMapping("/cases/{id}/clocks/requests")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = CaseRights.READ, audit = "case.time-asked-for")
    ClockPage ask(@PathVariable UUID id, @RequestBody Question body, Viewer viewer) {
        ClockDesk.Wish wish = ClockDesk.Wish.of(body.what(), body.more(), body.reason());
        return page(desk.ask(new CaseId(id), wish, viewer), viewer);
    }

    @PostMapping("/cases/{id}/clocks/requests/{seq}/decision")
    @Access(value = CaseRights.READ, audit = "case.time-decided")
    ClockPage decide(@PathVariable UUID id, @PathVariable long seq, @RequestBody Word body, Viewer viewer) {
        boolean granted = body.granted()
                .orElseThrow(() -> new Fault(CaseError.CLOCK_REQUEST_WRONG, "granted is true or false, not missing"));
        ClockDesk.Verdict verdict = new ClockDesk.Verdict(granted, body.more(), body.reason());
        return page(desk.decide(new CaseId(id), seq, verdict, viewer), viewer);
    }

    @PostMapping("/cases/{id}/clocks/resume")
    @Access(value = CaseRights.READ, audit = "case.clocks-resumed")
    ClockPage resume(@PathVariable UUID id, @RequestBody Why body, Viewer viewer) {
        return page(desk.resume(new CaseId(id), body.reason(), viewer), viewer);
    }

    @GetMapping("/clock-requests")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    CursorPage<ClockRequestItem> requests(@RequestParam Optional<String> state, Viewer viewer, Cursor cursor) {
        state.ifPresent(ClockResource::check);
        return book.requests(state, viewer, CaseRights.READ, cursor);
    }

    private static void check(String state) {
        if (List.of(ClockRequest.State.values()).stream()
                .noneMatch(one -> one.word().equals(state))) {
            throw new Fault(CaseError.CASE_FILTER_WRONG, "state is asked, granted, refused or lapsed, not " + state);
        }
    }

    private ClockPage page(CaseFile file, Viewer viewer) {
        return ClockPage.of(file, clocks.replay(file.id()), clock.instant(), viewer);
    }

    record Question(Optional<String> what, Optional<String> more, Optional<String> reason) {}

    record Word(Optional<Boolean> granted, Optional<String> more, Optional<String> reason) {}

    record Why(Optional<String> reason) {}
}
