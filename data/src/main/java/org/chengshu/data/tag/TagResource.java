package org.chengshu.data.tag;

import static org.chengshu.data.standard.keep.StandardRights.MANAGE;
import static org.chengshu.data.standard.keep.StandardRights.SAME_FOR_ALL;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.ETags;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.data.DataError;
import org.chengshu.data.Datasets;
import org.chengshu.data.standard.keep.StandardDesk;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/data/v1/tags")
class TagResource {
    private final Tags tags;
    private final TagCheck check;
    private final TagStore store;
    private final TaggedRows rows;
    private final StandardDesk desk;
    private final Transactions transactions;
    private final Jobs jobs;
    private final JobKind<TagWork.Asked> tagJob;
    private final Clock clock;

    TagResource(
            Tags tags,
            TagCheck check,
            TagStore store,
            TaggedRows rows,
            StandardDesk desk,
            Transactions transactions,
            Jobs jobs,
            JobKind<TagWork.Asked> tagJob,
            Clock clock) {
        this.tags = tags;
        this.check = check;
        this.store = store;
        this.rows = rows;
        this.desk = desk;
        this.transactions = transactions;
        this.jobs = jobs;
        this.tagJob = tagJob;
        this.clock = clock;
    }

    @GetMapping
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    CursorPage<TagView> list() {
        Map<String, TagRun> runs = store.lastRuns();
        Map<String, TagUse> uses =
                store.uses(clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
        return new CursorPage<>(
                tags.list().stream()
                        .map(tag -> TagView.of(
                                tag, Optional.ofNullable(runs.get(tag.id())), Optional.ofNullable(uses.get(tag.id()))))
                        .toList(),
                Optional.empty());
    }

    @GetMapping("/{id}")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    ResponseEntity<TagView> get(@PathVariable String id) {
        return tagged(tags.get(id));
    }

    @GetMapping("/{id}/runs")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    List<TagRun> runs(@PathVariable String id) {
        tags.get(id);
        return store.runs(id);
    }

    /** The rows of the dataset that have the tag, as far as the viewer may see them. */
    @GetMapping("/{id}/rows")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED)
    TaggedRows.Page rows(
            @PathVariable String id,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit,
            Viewer viewer) {
        return rows.page(tags.get(id), after.orElse(""), limit, viewer);
    }

    @PutMapping("/{id}")
    @Access(value = MANAGE, audit = "tag.changed", reach = Access.Reach.CITY)
    ResponseEntity<TagView> put(@PathVariable String id, @RequestBody JsonNode body, IfMatch ifMatch, Viewer viewer) {
        List<PlacedFault> faults = new ArrayList<>();
        check.check(id, body, (place, text) -> faults.add(new PlacedFault(place, text)));
        if (!faults.isEmpty()) {
            throw new FaultyInput(DataError.TAG_FAULTY, "the tag was not stored", faults);
        }
        transactions.run(() -> {
            desk.put(tags.shelf(), Tags.KIND, id, body, ifMatch, viewer);
            work(id, "changed", viewer);
        });
        return tagged(tags.get(id));
    }

    @PostMapping("/{id}/run")
    @Access(value = MANAGE, audit = "tag.run", reach = Access.Reach.CITY)
    JobView run(@PathVariable String id, Viewer viewer) {
        tags.get(id);
        return transactions.call(() -> work(id, "hand", viewer));
    }

    @DeleteMapping("/{id}")
    @Access(value = MANAGE, audit = "tag.removed", reach = Access.Reach.CITY)
    ResponseEntity<Void> remove(@PathVariable String id, IfMatch ifMatch, Viewer viewer) {
        transactions.run(() -> {
            desk.remove(tags.shelf(), Tags.KIND, id, ifMatch, DataError.TAG_NOT_FOUND, viewer);
            store.forget(id);
        });
        return ResponseEntity.noContent().build();
    }

    private JobView work(String id, String cause, Viewer viewer) {
        return jobs.queue(JobOrder.of(
                tagJob, TagWork.title(id), new TagWork.Asked(Optional.of(id), Optional.empty(), cause), viewer));
    }

    private ResponseEntity<TagView> tagged(Tag tag) {
        TagUse use =
                store.uses(clock.instant().atZone(ZoneOffset.UTC).toLocalDate()).get(tag.id());
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, ETags.of(tag.version()))
                .body(TagView.of(tag, Optional.ofNullable(store.lastRuns().get(tag.id())), Optional.ofNullable(use)));
    }
}
