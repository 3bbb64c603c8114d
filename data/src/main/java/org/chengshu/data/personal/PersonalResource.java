package org.chengshu.data.personal;

import static org.chengshu.data.personal.PersonalRights.PROTECT;

import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.data.DataError;
import org.chengshu.data.standard.element.Elements;
import org.chengshu.data.stored.StoredDataset;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/data/v1")
class PersonalResource {
    private static final int MOST_DAYS = 36_500;
    private static final int LONGEST_BASIS = 500;

    private final PersonalFields fields;
    private final PersonalStore store;
    private final Erasures erasures;
    private final ErasureStore kept;
    private final StoredDatasets datasets;
    private final Elements elements;
    private final Transactions transactions;
    private final Jobs jobs;
    private final JobKind<RetentionPurge.Asked> retentionJob;

    PersonalResource(
            PersonalFields fields,
            PersonalStore store,
            Erasures erasures,
            ErasureStore kept,
            StoredDatasets datasets,
            Elements elements,
            Transactions transactions,
            Jobs jobs,
            JobKind<RetentionPurge.Asked> retentionJob) {
        this.fields = fields;
        this.store = store;
        this.erasures = erasures;
        this.kept = kept;
        this.datasets = datasets;
        this.elements = elements;
        this.transactions = transactions;
        this.jobs = jobs;
        this.retentionJob = retentionJob;
    }

    @GetMapping("/personal-fields")
    @Access(value = PROTECT, audit = Access.NOT_AUDITED, reach = Access.Reach.CITY)
    CursorPage<PersonalField> fields() {
        return new CursorPage<>(fields.list(), Optional.empty());
    }

    /** Says of a field whether it is personal, and by which data element it names a person. */
    @PutMapping("/personal-fields/{dataset}/{field}")
    @Access(value = PROTECT, audit = "personal-field.marked", reach = Access.Reach.CITY)
    CursorPage<PersonalField> mark(
            @PathVariable String dataset, @PathVariable String field, @RequestBody Mark mark, Viewer viewer) {
        StoredDataset stored = datasets.get(dataset);
        if (stored.definition().field(field).isEmpty()) {
            throw new Fault(DataError.PERSONAL_FIELD_FAULTY, dataset + " has no field " + field);
        }
        mark.identity().filter(id -> elements.find(id).isEmpty()).ifPresent(id -> {
            throw new Fault(DataError.PERSONAL_FIELD_FAULTY, "identity: there is no data element " + id);
        });
        store.put(new PersonalMark(dataset, field, mark.personal().orElse(true), mark.identity()), viewer.name());
        return new CursorPage<>(fields.of(stored), Optional.empty());
    }

    /** From then on the field's data element says it again. */
    @DeleteMapping("/personal-fields/{dataset}/{field}")
    @Access(value = PROTECT, audit = "personal-field.unmarked", reach = Access.Reach.CITY)
    ResponseEntity<Void> unmark(@PathVariable String dataset, @PathVariable String field) {
        store.forget(dataset, field);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/retention-rules")
    @Access(value = PROTECT, audit = Access.NOT_AUDITED, reach = Access.Reach.CITY)
    CursorPage<RetentionRule> rules() {
        return new CursorPage<>(store.rules(), Optional.empty());
    }

    @PutMapping("/retention-rules/{dataset}")
    @Access(value = PROTECT, audit = "retention-rule.changed", reach = Access.Reach.CITY)
    RetentionRule rule(@PathVariable String dataset, @RequestBody Rule rule, IfMatch ifMatch, Viewer viewer) {
        StoredDataset stored = datasets.get(dataset);
        String field = rule.field().orElse("loaded_at");
        int days = rule.days().orElse(0);
        String basis = rule.basis().orElse("").strip();
        if (!RetentionPurge.isTime(stored, field)) {
            throw new Fault(DataError.RETENTION_FAULTY, "field: " + field + " is no date or time of " + dataset);
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new Fault(DataError.RETENTION_FAULTY, "days: 1 to " + MOST_DAYS + ", not " + days);
        }
        if (basis.isEmpty() || basis.length() > LONGEST_BASIS) {
            throw new Fault(
                    DataError.RETENTION_FAULTY,
                    "basis: name the law or decision, at most " + LONGEST_BASIS + " characters");
        }
        return transactions.call(() -> {
            store.lockRule(dataset).ifPresent(before -> ifMatch.require(before.version()));
            store.putRule(dataset, field, days, basis, viewer.name());
            return store.lockRule(dataset).orElseThrow();
        });
    }

    @DeleteMapping("/retention-rules/{dataset}")
    @Access(value = PROTECT, audit = "retention-rule.removed", reach = Access.Reach.CITY)
    ResponseEntity<Void> removeRule(@PathVariable String dataset, IfMatch ifMatch) {
        transactions.run(() -> {
            RetentionRule before = store.lockRule(dataset)
                    .orElseThrow(() -> new Fault(DataError.RETENTION_NOT_FOUND, dataset + " has no retention rule"));
            ifMatch.require(before.version());
            store.removeRule(dataset);
        });
        return ResponseEntity.noContent().build();
    }

    /** Runs the rule now instead of at night. */
    @PostMapping("/retention-rules/{dataset}/run")
    @Access(value = PROTECT, audit = "retention-rule.run", reach = Access.Reach.CITY)
    JobView runRule(@PathVariable String dataset, Viewer viewer) {
        if (store.rules().stream().noneMatch(rule -> rule.dataset().equals(dataset))) {
            throw new Fault(DataError.RETENTION_NOT_FOUND, dataset + " has no retention rule");
        }
        return transactions.call(() -> jobs.queue(JobOrder.of(
                retentionJob,
                Text.of("清空到期的个人信息：" + dataset, "Empty personal data of " + dataset),
                new RetentionPurge.Asked(Optional.of(dataset)),
                viewer)));
    }

    @GetMapping("/erasures")
    @Access(value = PROTECT, audit = Access.NOT_AUDITED, reach = Access.Reach.CITY)
    CursorPage<ErasureView> erasures(Cursor cursor) {
        return kept.page(cursor);
    }

    /** The certificate. */
    @GetMapping("/erasures/{id}")
    @Access(value = PROTECT, audit = Access.NOT_AUDITED, reach = Access.Reach.CITY)
    ErasureView erasure(@PathVariable UUID id) {
        return erasures.get(id);
    }

    @GetMapping(value = "/erasures/{id}/certificate.txt", produces = "text/plain;charset=UTF-8")
    @Access(value = PROTECT, audit = Access.NOT_AUDITED, reach = Access.Reach.CITY)
    String certificate(@PathVariable UUID id) {
        return Certificate.of(erasures.get(id));
    }

    /** What there is of a person; changes nothing. */
    @PostMapping("/erasures/preview")
    @Access(value = PROTECT, audit = "person.looked-up", reach = Access.Reach.CITY)
    ErasureStore.Kept preview(@RequestBody Person person) {
        return erasures.find(person.element().orElse(""), person.value().orElse(""));
    }

    @PostMapping("/erasures")
    @Access(value = PROTECT, audit = "person.erasure-asked", reach = Access.Reach.CITY)
    ResponseEntity<ErasureView> erase(@RequestBody Person person, Viewer viewer) {
        return ResponseEntity.accepted()
                .body(erasures.begin(
                        person.element().orElse(""),
                        person.value().orElse(""),
                        person.reason().orElse(""),
                        viewer));
    }

    record Mark(Optional<Boolean> personal, Optional<String> identity) {}

    record Rule(Optional<String> field, Optional<Integer> days, Optional<String> basis) {}

    record Person(Optional<String> element, Optional<String> value, Optional<String> reason) {}
}
