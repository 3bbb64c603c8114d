package org.chengshu.data.catalogue.demand;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.data.Datasets;
import org.chengshu.data.catalogue.EntryRights;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The three lists: what is needed, who must provide, what must not be shared. */
@RestController
@RequestMapping(ListsController.PATH)
class ListsController {
    static final String PATH = "/api/data/v1/catalogue";
    private static final String INSIDE =
            "limited inside: to who asks, who provides and who reviews; whoever decides needs the right over either";
    private static final String CONFIRMED = "what is confirmed is for all; the rest is limited inside by organisation";

    private final DemandDesk demands;
    private final ResponsibilityDesk responsibilities;
    private final NegativeDesk negatives;

    ListsController(DemandDesk demands, ResponsibilityDesk responsibilities, NegativeDesk negatives) {
        this.demands = demands;
        this.responsibilities = responsibilities;
        this.negatives = negatives;
    }

    record Reason(Optional<String> reason) {
        String words() {
            return ListInput.optional(reason).orElse("");
        }
    }

    record Tie(Optional<String> entry) {
        String id() {
            return DemandRequest.given(entry).orElseThrow(() -> ListInput.fault("entry", "要选一个资源", "name an entry"));
        }
    }

    @GetMapping("/demands")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = INSIDE)
    CursorPage<Demand> demands(@RequestParam Optional<String> state, Cursor cursor, Viewer viewer) {
        return demands.list(state, cursor, viewer);
    }

    @GetMapping("/demands/{id}")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = INSIDE)
    Demand demand(@PathVariable long id, Viewer viewer) {
        return demands.get(id, viewer);
    }

    @GetMapping("/demands/{id}/matches")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = INSIDE)
    List<DemandDesk.Match> matches(@PathVariable long id, Viewer viewer) {
        return demands.matches(demands.get(id, viewer), viewer);
    }

    @PostMapping("/demands")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = EntryRights.EDIT, audit = "data.demand-raised")
    Demand raise(@RequestBody DemandRequest body, Viewer viewer) {
        return demands.raise(body, viewer);
    }

    @PostMapping("/demands/{id}/accept")
    @Access(value = Datasets.READ, audit = "data.demand-accepted", reach = Access.Reach.NONE, why = INSIDE)
    Demand accept(@PathVariable long id, @RequestBody Acceptance body, Viewer viewer) {
        return demands.accept(id, body, viewer);
    }

    @PostMapping("/demands/{id}/decline")
    @Access(value = EntryRights.REVIEW, audit = "data.demand-declined")
    Demand decline(@PathVariable long id, @RequestBody Reason body, Viewer viewer) {
        return demands.decline(id, body.words(), viewer);
    }

    @PostMapping("/demands/{id}/withdraw")
    @Access(value = EntryRights.EDIT, audit = "data.demand-withdrawn")
    Demand withdraw(@PathVariable long id, Viewer viewer) {
        return demands.withdraw(id, viewer);
    }

    @GetMapping("/responsibilities")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = INSIDE)
    CursorPage<Responsibility> responsibilities(
            @RequestParam Optional<String> state,
            @RequestParam(defaultValue = "false") boolean overdue,
            Cursor cursor,
            Viewer viewer) {
        return responsibilities.list(state, overdue, cursor, viewer);
    }

    @PostMapping("/responsibilities")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = EntryRights.REVIEW, audit = "data.responsibility-laid-down")
    Responsibility lay(@RequestBody ResponsibilityDesk.Order body, Viewer viewer) {
        return responsibilities.lay(body, viewer);
    }

    @PostMapping("/responsibilities/{id}/entry")
    @Access(value = EntryRights.EDIT, audit = "data.responsibility-tied")
    Responsibility tie(@PathVariable long id, @RequestBody Tie body, Viewer viewer) {
        return responsibilities.tie(id, body.id(), viewer);
    }

    @PostMapping("/responsibilities/{id}/cancel")
    @Access(value = EntryRights.REVIEW, audit = "data.responsibility-cancelled")
    Responsibility cancel(@PathVariable long id, @RequestBody Reason body, Viewer viewer) {
        return responsibilities.cancel(id, body.words(), viewer);
    }

    @GetMapping("/negatives")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = CONFIRMED)
    CursorPage<Negative> negatives(@RequestParam Optional<String> state, Cursor cursor, Viewer viewer) {
        return negatives.list(state, cursor, viewer);
    }

    @PostMapping("/negatives")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = EntryRights.EDIT, audit = "data.negative-proposed")
    Negative propose(@RequestBody NegativeDesk.Proposal body, Viewer viewer) {
        return negatives.propose(body, viewer);
    }

    @PostMapping("/negatives/{id}/confirm")
    @Access(value = EntryRights.REVIEW, audit = "data.negative-confirmed")
    Negative confirm(@PathVariable long id, Viewer viewer) {
        return negatives.confirm(id, viewer);
    }

    @PostMapping("/negatives/{id}/refuse")
    @Access(value = EntryRights.REVIEW, audit = "data.negative-refused")
    Negative refuse(@PathVariable long id, @RequestBody Reason body, Viewer viewer) {
        return negatives.refuse(id, body.words(), viewer);
    }

    @PostMapping("/negatives/{id}/lift")
    @Access(value = EntryRights.REVIEW, audit = "data.negative-lifted")
    Negative lift(@PathVariable long id, @RequestBody Reason body, Viewer viewer) {
        return negatives.lift(id, body.words(), viewer);
    }
}
