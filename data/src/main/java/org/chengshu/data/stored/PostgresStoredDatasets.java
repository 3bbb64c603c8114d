package org.chengshu.data.stored;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.core.db.Transactions;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
final class PostgresStoredDatasets implements StoredDatasets {
    private final StoredRows rows;
    private final RevisionRows revisions;
    private final RowTables tables;
    private final StoredShelf shelf;
    private final ObjectProvider<DefinitionWatcher> watchers;
    private final Transactions transactions;

    PostgresStoredDatasets(
            StoredRows rows,
            RevisionRows revisions,
            RowTables tables,
            StoredShelf shelf,
            ObjectProvider<DefinitionWatcher> watchers,
            Transactions transactions) {
        this.rows = rows;
        this.revisions = revisions;
        this.tables = tables;
        this.shelf = shelf;
        this.watchers = watchers;
        this.transactions = transactions;
    }

    @Override
    public StoredDataset define(StoredDefinition definition) {
        DefinitionCheck.require(definition);
        return transactions.call(() -> {
            rows.bump();
            if (!rows.insert(definition)) {
                throw new Fault(DataError.DATASET_EXISTS, "there is a dataset " + definition.id() + " already");
            }
            if (definition.mode() != RowsMode.REPLACE) {
                tables.makeLedger(definition);
            }
            tables.show(definition, Optional.empty());
            transactions.afterCommit(shelf::lookAgain);
            return get(definition.id());
        });
    }

    @Override
    public StoredDataset change(StoredDefinition definition) {
        DefinitionCheck.require(definition);
        return transactions.call(() -> {
            rows.bump();
            rows.lock(definition.id());
            StoredDataset former = get(definition.id());
            List<Integer> numbers = revisions.numbers(definition.id());
            if (numbers.isEmpty()) {
                remake(former.definition(), definition);
            } else {
                requireSameShape(former.definition(), definition);
                reshow(former, definition, numbers);
            }
            rows.update(definition);
            transactions.afterCommit(shelf::lookAgain);
            if (!levels(former.definition()).equals(levels(definition))) {
                watchers.forEach(watcher -> watcher.sensitivityChanged(definition.id()));
            }
            return get(definition.id());
        });
    }

    @Override
    public StoredDataset declare(StoredDefinition definition) {
        DefinitionCheck.require(definition);
        return transactions.call(() -> {
            Optional<StoredDataset> former = find(definition.id());
            if (former.isEmpty()) {
                return define(definition);
            }
            return former.get().definition().equals(definition) ? former.get() : change(definition);
        });
    }

    @Override
    public void drop(String id) {
        transactions.run(() -> {
            rows.bump();
            rows.lock(id);
            tables.drop(get(id).definition(), revisions.numbers(id));
            rows.delete(id);
            transactions.afterCommit(shelf::lookAgain);
        });
    }

    @Override
    public List<PastDefinition> versions(String id) {
        return rows.versions(get(id).id());
    }

    @Override
    public Optional<StoredDataset> find(String id) {
        return rows.find(id);
    }

    @Override
    public List<StoredDataset> list() {
        return rows.list();
    }

    private void remake(StoredDefinition former, StoredDefinition definition) {
        tables.drop(former, List.of());
        if (definition.mode() != RowsMode.REPLACE) {
            tables.makeLedger(definition);
        }
        tables.show(definition, Optional.empty());
    }

    private static Map<String, Integer> levels(StoredDefinition definition) {
        Map<String, Integer> levels = new TreeMap<>();
        definition.fields().forEach(field -> levels.put(field.name(), field.sensitivity()));
        return levels;
    }

    private void reshow(StoredDataset former, StoredDefinition definition, List<Integer> numbers) {
        List<StoredField> wider = definition.fields().stream()
                .filter(field -> former.definition()
                        .field(field.name())
                        .filter(before -> before.type() != field.type())
                        .isPresent())
                .toList();
        if (!wider.isEmpty()) {
            tables.retype(definition, numbers, wider);
        }
        if (definition.mode() != RowsMode.REPLACE) {
            tables.widenLedger(definition);
        }
        tables.hide(definition);
        revisions.readable(definition.id()).forEach(number -> tables.makeAsOf(definition, number));
        tables.show(definition, former.revision());
    }

    private static void requireSameShape(StoredDefinition former, StoredDefinition definition) {
        former.obstacle(definition).ifPresent(what -> {
            throw new Fault(DataError.DATASET_IN_USE, "dataset " + definition.id() + ": " + what.en());
        });
    }
}
