package org.chengshu.data.load.door;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chengshu.core.access.Access;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.ETags;
import org.chengshu.core.http.IfMatch;
import org.chengshu.data.DataError;
import org.chengshu.data.Datasets;
import org.chengshu.data.FieldUse;
import org.chengshu.data.stored.DefinitionBody;
import org.chengshu.data.stored.PastDefinition;
import org.chengshu.data.stored.PastRevision;
import org.chengshu.data.stored.Revisions;
import org.chengshu.data.stored.StoredDataset;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.stored.StoredDefinition;
import org.chengshu.data.stored.StoredField;
import org.chengshu.kernel.Fault;
import org.springframework.beans.factory.ObjectProvider;
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

/** The datasets that the platform keeps, as those who look after them see them. */
@RestController
@RequestMapping("/api/data/v1/stored")
class StoredResource {
    private static final String SAME_FOR_ALL = "what is kept is the same for all; its rows are limited by area";

    private final StoredDatasets stored;
    private final Revisions revisions;
    private final ObjectProvider<FieldUse> use;
    private final Transactions transactions;

    StoredResource(
            StoredDatasets stored, Revisions revisions, ObjectProvider<FieldUse> use, Transactions transactions) {
        this.stored = stored;
        this.revisions = revisions;
        this.use = use;
        this.transactions = transactions;
    }

    @GetMapping
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    CursorPage<StoredDataset> list() {
        return new CursorPage<>(stored.list(), Optional.empty());
    }

    @GetMapping("/{id}")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    ResponseEntity<StoredDataset> get(@PathVariable String id) {
        return tagged(stored.get(id));
    }

    @GetMapping("/{id}/revisions")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    CursorPage<PastRevision> revisions(@PathVariable String id) {
        stored.get(id);
        return new CursorPage<>(revisions.list(id), Optional.empty());
    }

    @GetMapping("/{id}/versions")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    CursorPage<PastDefinition> versions(@PathVariable String id) {
        return new CursorPage<>(stored.versions(id), Optional.empty());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = LoadPermissions.DEFINE, audit = "data.dataset-defined")
    StoredDataset define(@RequestBody DefinitionBody body) {
        return stored.define(body.toDefinition());
    }

    /** A change that takes fields from others needs a reason, which is audited. */
    @PutMapping("/{id}")
    @Access(value = LoadPermissions.DEFINE, audit = "data.dataset-changed")
    ResponseEntity<StoredDataset> change(
            @PathVariable String id,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            @RequestBody DefinitionBody body,
            IfMatch match) {
        StoredDefinition definition = body.toDefinition();
        if (!definition.id().equals(id)) {
            throw new Fault(DataError.DEFINITION_FAULTY, "the definition is one of " + definition.id() + ", not " + id);
        }
        return tagged(transactions.call(() -> {
            StoredDataset former = stored.get(id);
            match.require(former.version());
            requireByHand(former);
            requireUnused(id, dropped(former.definition(), definition), reason);
            return stored.change(definition);
        }));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = LoadPermissions.DEFINE, audit = "data.dataset-dropped")
    void drop(@PathVariable String id, @RequestParam(name = "reason", defaultValue = "") String reason, IfMatch match) {
        transactions.run(() -> {
            StoredDataset former = stored.get(id);
            match.require(former.version());
            requireByHand(former);
            requireUnused(id, Optional.of(Set.of()), reason);
            stored.drop(id);
        });
    }

    private static ResponseEntity<StoredDataset> tagged(StoredDataset dataset) {
        return ResponseEntity.ok().eTag(ETags.of(dataset.version())).body(dataset);
    }

    private static void requireByHand(StoredDataset dataset) {
        dataset.definition().pack().ifPresent(pack -> {
            throw new Fault(DataError.DATASET_IN_USE, dataset.id() + " belongs to pack " + pack + "; change it there");
        });
    }

    // Empty when no field goes or changes its type.
    private static Optional<Set<String>> dropped(StoredDefinition former, StoredDefinition definition) {
        Set<String> gone = former.fields().stream()
                .filter(field -> definition
                        .field(field.name())
                        .filter(kept -> kept.type() == field.type())
                        .isEmpty())
                .map(StoredField::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return gone.isEmpty() ? Optional.empty() : Optional.of(gone);
    }

    private void requireUnused(String id, Optional<Set<String>> fields, String reason) {
        if (fields.isEmpty() || !reason.isBlank()) {
            return;
        }
        List<FieldUse.User> users = use.stream()
                .flatMap(known -> known.users(id, fields.get()).stream())
                .toList();
        if (!users.isEmpty()) {
            throw new Fault(
                    DataError.FIELD_IN_USE,
                    "used by "
                            + users.stream()
                                    .map(user -> user.kind() + " " + user.id())
                                    .distinct()
                                    .limit(10)
                                    .collect(Collectors.joining(", "))
                            + "; give a reason to do it all the same");
        }
    }
}
