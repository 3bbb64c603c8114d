package org.chengshu.data.catalogue.door;

import static org.chengshu.data.catalogue.EntryRights.EDIT;
import static org.chengshu.data.catalogue.EntryRights.REVIEW;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.ETags;
import org.chengshu.core.http.IfMatch;
import org.chengshu.data.Datasets;
import org.chengshu.data.ReadTally;
import org.chengshu.data.catalogue.CatalogueClasses;
import org.chengshu.data.catalogue.CatalogueClasses.CatalogueClass;
import org.chengshu.data.catalogue.Entry;
import org.chengshu.data.catalogue.EntryContent;
import org.chengshu.data.catalogue.EntryDesk;
import org.chengshu.data.catalogue.EntryDiff;
import org.chengshu.data.catalogue.EntryHistory;
import org.chengshu.data.catalogue.EntryReview;
import org.chengshu.data.catalogue.EntryState;
import org.chengshu.data.catalogue.EntryStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
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
@RequestMapping(EntryController.PATH)
final class EntryController {
    static final String PATH = "/api/data/v1/catalogue";
    private static final String FOR_ALL = "what is published is for all; drafts are limited inside by organisation";

    private final EntryDesk desk;
    private final EntryReview review;
    private final EntryStore store;
    private final EntryHistory history;
    private final CatalogueClasses classes;
    private final EntryPages pages;
    private final Datasets datasets;
    private final ReadTally tally;

    EntryController(
            EntryDesk desk,
            EntryReview review,
            EntryStore store,
            EntryHistory history,
            CatalogueClasses classes,
            EntryPages pages,
            @Qualifier("jooqDatasets") Datasets datasets,
            ReadTally tally) {
        this.desk = desk;
        this.review = review;
        this.store = store;
        this.history = history;
        this.classes = classes;
        this.pages = pages;
        this.datasets = datasets;
        this.tally = tally;
    }

    record Note(Optional<String> note) {
        Note {
            note = note == null ? Optional.empty() : note.map(String::strip).filter(text -> !text.isEmpty());
        }

        static Optional<String> of(Note body) {
            return body == null ? Optional.empty() : body.note();
        }
    }

    record Reason(String reason) {
        Reason {
            reason = reason == null ? "" : reason;
        }
    }

    record History(List<EntryHistory.Step> steps, List<EntryHistory.Version> versions) {}

    record Differences(String from, String to, List<EntryDiff.Change> changes) {}

    @GetMapping("/classes")
    @Access(
            value = Datasets.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "the scheme is the same for all")
    CursorPage<CatalogueClass> classes() {
        return new CursorPage<>(classes.list(), Optional.empty());
    }

    /** Entries that the viewer may write on. */
    @GetMapping("/entries")
    @Access(value = EDIT, audit = Access.NOT_AUDITED)
    CursorPage<EntryView> mine(@RequestParam Optional<EntryState> state, Cursor cursor, Viewer viewer) {
        return store.written(viewer.scope(EDIT), state, cursor).map(entry -> pages.line(entry, viewer));
    }

    /** What waits for a reviewer. */
    @GetMapping("/reviews")
    @Access(value = REVIEW, audit = Access.NOT_AUDITED)
    CursorPage<EntryView> reviews(Cursor cursor, Viewer viewer) {
        return store.waiting(viewer.scope(REVIEW), cursor).map(entry -> pages.page(entry, viewer));
    }

    @GetMapping("/entries/{id}")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = FOR_ALL)
    ResponseEntity<EntryView> get(@PathVariable String id, Viewer viewer) {
        Entry entry = desk.get(id, viewer);
        tally.count(entry.dataset().orElse(entry.id()), ReadTally.Kind.VIEW);
        return tagged(entry, viewer);
    }

    @PostMapping("/entries")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = EDIT, audit = "data.entry-created")
    EntryView create(@RequestBody EntryRequest body, Viewer viewer) {
        Entry entry = desk.create(body.organisation().orElse(""), body.content(), Entry.FROM_FORM, viewer);
        return pages.page(entry, viewer);
    }

    @PutMapping("/entries/{id}")
    @Access(value = EDIT, audit = "data.entry-written")
    ResponseEntity<EntryView> write(
            @PathVariable String id, @RequestBody EntryRequest body, IfMatch ifMatch, Viewer viewer) {
        return tagged(desk.write(id, body.organisation(), body.content(), ifMatch, viewer), viewer);
    }

    /** Ties an entry that was made by hand to the dataset that has come since. */
    @PutMapping("/entries/{id}/dataset")
    @Access(value = EDIT, audit = "data.entry-tied")
    ResponseEntity<EntryView> tie(@PathVariable String id, @RequestBody Tie body, IfMatch ifMatch, Viewer viewer) {
        return tagged(desk.tie(id, datasets.get(body.dataset().orElse("")), ifMatch, viewer), viewer);
    }

    record Tie(Optional<String> dataset) {}

    /** Drops the next version, or a draft that was never published. */
    @DeleteMapping("/entries/{id}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = EDIT, audit = "data.entry-discarded")
    void discard(@PathVariable String id, IfMatch ifMatch, Viewer viewer) {
        desk.discard(id, ifMatch, viewer);
    }

    @PostMapping("/entries/{id}/submit")
    @Access(value = EDIT, audit = "data.entry-submitted")
    ResponseEntity<EntryView> submit(@PathVariable String id, @RequestBody(required = false) Note body, Viewer viewer) {
        return tagged(review.submit(id, Note.of(body), viewer), viewer);
    }

    @PostMapping("/entries/{id}/recall")
    @Access(value = EDIT, audit = "data.entry-recalled")
    ResponseEntity<EntryView> recall(@PathVariable String id, Viewer viewer) {
        return tagged(review.recall(id, viewer), viewer);
    }

    @PostMapping("/entries/{id}/publish")
    @Access(value = REVIEW, audit = "data.entry-published")
    ResponseEntity<EntryView> publish(
            @PathVariable String id, @RequestBody(required = false) Note body, Viewer viewer) {
        return tagged(review.publish(id, Note.of(body), viewer), viewer);
    }

    @PostMapping("/entries/{id}/send-back")
    @Access(value = REVIEW, audit = "data.entry-sent-back")
    ResponseEntity<EntryView> sendBack(@PathVariable String id, @RequestBody Reason body, Viewer viewer) {
        return tagged(review.sendBack(id, body.reason(), viewer), viewer);
    }

    @PostMapping("/entries/{id}/withdraw")
    @Access(value = EDIT, audit = "data.entry-withdrawn")
    ResponseEntity<EntryView> withdraw(@PathVariable String id, @RequestBody Reason body, Viewer viewer) {
        return tagged(review.withdraw(id, body.reason(), viewer), viewer);
    }

    @GetMapping("/entries/{id}/history")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = FOR_ALL)
    History history(@PathVariable String id, Viewer viewer) {
        Entry entry = desk.get(id, viewer);
        return new History(history.steps(entry.id()), history.versions(entry.id()));
    }

    /** What differs between two versions; {@code to} may be {@code pending}, {@code from} is the published one unless told. */
    @GetMapping("/entries/{id}/differences")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = FOR_ALL)
    Differences differences(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "pending") String to,
            Viewer viewer) {
        Entry entry = desk.get(id, viewer);
        String before = from.isEmpty() ? String.valueOf(entry.version()) : from;
        return new Differences(
                before, to, EntryDiff.between(version(entry, before, viewer), version(entry, to, viewer)));
    }

    private EntryContent version(Entry entry, String which, Viewer viewer) {
        if (which.equals("pending")) {
            return desk.pending(entry, viewer);
        }
        return history.version(entry, which);
    }

    private ResponseEntity<EntryView> tagged(Entry entry, Viewer viewer) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, ETags.of(entry.etag()))
                .body(pages.page(entry, viewer));
    }
}
