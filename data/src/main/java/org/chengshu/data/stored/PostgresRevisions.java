package org.chengshu.data.stored;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.events.Outbox;
import org.chengshu.data.DataError;
import org.chengshu.data.DatasetRefreshed;
import org.chengshu.kernel.Fault;
import org.jooq.Name;
import org.springframework.stereotype.Component;

@Component
final class PostgresRevisions implements Revisions {
    private final StoredDatasets datasets;
    private final StoredRows rows;
    private final RevisionRows revisions;
    private final RowTables tables;
    private final RevisionLedger ledger;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Clock clock;

    PostgresRevisions(
            StoredDatasets datasets,
            StoredRows rows,
            RevisionRows revisions,
            RowTables tables,
            RevisionLedger ledger,
            Transactions transactions,
            Outbox outbox,
            Clock clock) {
        this.datasets = datasets;
        this.rows = rows;
        this.revisions = revisions;
        this.tables = tables;
        this.ledger = ledger;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Revision open(String dataset, String cause) {
        return transactions.call(() -> {
            rows.lock(dataset);
            StoredDefinition definition = datasets.get(dataset).definition();
            Instant now = clock.instant();
            int number = revisions.insert(dataset, cause, now);
            tables.makeRevision(definition, number, now);
            return revision(definition, number, now);
        });
    }

    @Override
    public Revision get(String dataset, int number) {
        StoredDefinition definition = datasets.get(dataset).definition();
        return revisions
                .openedAt(dataset, number)
                .map(at -> revision(definition, number, at))
                .orElseThrow(() -> closed(dataset, number));
    }

    @Override
    public DatasetRefreshed promote(Revision revision, Promotion how) {
        return transactions.call(() -> {
            rows.lock(revision.dataset());
            StoredDataset dataset = datasets.get(revision.dataset());
            if (revisions.openedAt(revision.dataset(), revision.number()).isEmpty()) {
                throw closed(revision.dataset(), revision.number());
            }
            how.on().filter(on -> !dataset.revision().equals(Optional.of(on))).ifPresent(on -> {
                throw new Fault(
                        DataError.LOAD_OUTDATED, "revision " + on + " is not what is read of " + dataset.id() + " now");
            });
            StoredDefinition definition = dataset.definition();
            long count = definition.mode() == RowsMode.REPLACE
                    ? ledger.count(StoredSql.revision(definition, revision.number()))
                    : ledger.write(dataset, revision.number(), how);
            DatasetRefreshed refreshed =
                    new DatasetRefreshed(revision.dataset(), revision.number(), count, clock.instant());
            revisions.promoted(refreshed.dataset(), refreshed.revision(), count, refreshed.at());
            rows.refreshed(refreshed.dataset(), refreshed.revision(), count, refreshed.at());
            tables.makeAsOf(definition, revision.number());
            tables.show(definition, Optional.of(revision.number()));
            expire(definition);
            outbox.emit(refreshed);
            return refreshed;
        });
    }

    @Override
    public long takeOver(Revision revision, int from) {
        return tables.copyRows(datasets.get(revision.dataset()).definition(), from, revision.number());
    }

    @Override
    public void discard(Revision revision) {
        transactions.run(() -> {
            rows.lock(revision.dataset());
            if (revisions.openedAt(revision.dataset(), revision.number()).isPresent()) {
                tables.dropRevision(datasets.get(revision.dataset()).definition(), revision.number());
                revisions.ended(revision.dataset(), revision.number(), PastRevision.State.DISCARDED);
            }
        });
    }

    @Override
    public List<Name> tables(String dataset) {
        StoredDefinition definition = datasets.get(dataset).definition();
        Stream<Name> ofRevisions =
                revisions.numbers(dataset).stream().map(number -> StoredSql.revision(definition, number));
        return Stream.concat(ofRevisions, Stream.of(StoredSql.ledger(definition)))
                .filter(tables::exists)
                .toList();
    }

    @Override
    public List<PastRevision> list(String dataset) {
        return revisions.list(dataset);
    }

    private void expire(StoredDefinition definition) {
        List<Integer> old = revisions.readable(definition.id()).stream()
                .skip(definition.keep())
                .toList();
        for (int number : old) {
            tables.dropRevision(definition, number);
            revisions.ended(definition.id(), number, PastRevision.State.EXPIRED);
        }
        if (!old.isEmpty() && definition.mode() != RowsMode.REPLACE) {
            ledger.forget(definition, revisions.readable(definition.id()).getLast());
        }
    }

    private static Revision revision(StoredDefinition definition, int number, Instant openedAt) {
        Name table = StoredSql.revision(definition, number);
        return new Revision(
                definition.id(),
                number,
                table.first(),
                table.last(),
                StoredSql.gone(definition, number).last(),
                openedAt);
    }

    private static Fault closed(String dataset, int number) {
        return new Fault(DataError.REVISION_CLOSED, "revision " + number + " of " + dataset + " is not open");
    }
}
