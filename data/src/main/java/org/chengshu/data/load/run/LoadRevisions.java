package org.chengshu.data.load.run;

import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.db.Transactions;
import org.chengshu.data.DataError;
import org.chengshu.data.load.LoadView;
import org.chengshu.data.stored.Revision;
import org.chengshu.data.stored.Revisions;
import org.chengshu.data.stored.RowsMode;
import org.chengshu.data.stored.StoredDataset;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/** The revision that a load fills. Corrected rows of a dataset that is replaced whole stand beside the rows they belong to. */
@Component
class LoadRevisions {
    private final LoadStore loads;
    private final StoredDatasets datasets;
    private final Revisions revisions;
    private final Transactions transactions;

    LoadRevisions(LoadStore loads, StoredDatasets datasets, Revisions revisions, Transactions transactions) {
        this.loads = loads;
        this.datasets = datasets;
        this.revisions = revisions;
        this.transactions = transactions;
    }

    /** Opens it, or finds the one that a former attempt has opened. */
    Revision of(LoadView load) {
        if (load.number().isPresent()) {
            return revisions.get(load.dataset(), load.number().get());
        }
        return transactions.call(() -> {
            Revision revision = revisions.open(load.dataset(), "load " + load.id());
            loads.begun(load.id(), revision.number());
            return revision;
        });
    }

    /** The number of the revision whose rows a load of corrections stands beside; empty when it needs none. */
    Optional<Integer> beside(LoadView load) {
        StoredDataset dataset = datasets.get(load.dataset());
        if (load.order().corrects().isEmpty() || dataset.definition().mode() != RowsMode.REPLACE) {
            return Optional.empty();
        }
        return Optional.of(requireCurrent(dataset, load.order().corrects().get()));
    }

    long takeOver(Revision revision, int from) {
        return revisions.takeOver(revision, from);
    }

    /** Faults when the load whose rows are corrected is not what is read any more. */
    int requireCurrent(StoredDataset dataset, UUID corrected) {
        LoadView former = loads.get(corrected);
        if (!former.dataset().equals(dataset.id())) {
            throw new Fault(DataError.LOAD_FAULTY, "load " + corrected + " is one of " + former.dataset());
        }
        return former.number()
                .filter(number ->
                        dataset.revision().filter(number::equals).isPresent() || isCorrectionOf(dataset, corrected))
                .flatMap(number -> dataset.revision())
                .orElseThrow(() -> new Fault(
                        DataError.LOAD_OUTDATED,
                        "what load " + corrected + " stored is not what is read of " + dataset.id() + " now"));
    }

    // Corrections may come one after another: each stands on the one before.
    private boolean isCorrectionOf(StoredDataset dataset, UUID corrected) {
        return loads.latest(dataset.id(), 50).stream()
                .filter(load -> load.number().equals(dataset.revision()))
                .anyMatch(load -> descends(load, corrected));
    }

    private boolean descends(LoadView load, UUID corrected) {
        Optional<UUID> parent = load.order().corrects();
        return parent.isPresent()
                && (parent.get().equals(corrected)
                        || loads.find(parent.get())
                                .filter(former -> descends(former, corrected))
                                .isPresent());
    }
}
