package org.chengshu.data.load.run;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.load.LoadOrder;
import org.chengshu.data.load.LoadState;
import org.chengshu.data.load.LoadView;
import org.chengshu.data.load.Loads;
import org.chengshu.data.load.RefusedRow;
import org.chengshu.data.stored.RowsMode;
import org.chengshu.data.stored.StoredDataset;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

@Component
final class QueuedLoads implements Loads {
    private final LoadStore loads;
    private final RefusedStore refused;
    private final StoredDatasets datasets;
    private final LoadRevisions revisions;
    private final Planner planner;
    private final FeedBook feeds;
    private final LoadEngine engine;
    private final LoadEnding ending;
    private final JobKind<LoadJob.LoadInput> kind;
    private final Jobs jobs;
    private final Transactions transactions;

    QueuedLoads(
            LoadStore loads,
            RefusedStore refused,
            StoredDatasets datasets,
            LoadRevisions revisions,
            Planner planner,
            FeedBook feeds,
            LoadEngine engine,
            LoadEnding ending,
            JobKind<LoadJob.LoadInput> kind,
            Jobs jobs,
            Transactions transactions) {
        this.loads = loads;
        this.refused = refused;
        this.datasets = datasets;
        this.revisions = revisions;
        this.planner = planner;
        this.feeds = feeds;
        this.engine = engine;
        this.ending = ending;
        this.kind = kind;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    @Override
    public UUID start(LoadOrder order, Viewer who) {
        feeds.requireKind(order.feed());
        return transactions.call(() -> {
            requireSound(order);
            UUID id = loads.insert(order, who);
            JobOrder<LoadJob.LoadInput> job = JobOrder.of(kind, order.title(), new LoadJob.LoadInput(id), who);
            loads.job(id, jobs.queue(job).id());
            return id;
        });
    }

    @Override
    public LoadView take(LoadOrder order, Feed feed, Viewer who, Consumer<LoadView> along) {
        try (feed) {
            requireSound(order);
            UUID id = loads.insert(order, who);
            try {
                return engine.run(id, () -> feed, Watch.none(), along);
            } catch (RuntimeException e) {
                engine.giveUp(id, e);
                throw e;
            }
        }
    }

    @Override
    public Optional<LoadView> find(UUID id) {
        return loads.find(id);
    }

    @Override
    public List<RefusedRow> refused(UUID id, long after, int most) {
        return refused.list(id, after, most);
    }

    @Override
    public List<LoadView> latest(String dataset, int most) {
        return loads.latest(dataset, most);
    }

    @Override
    public void cancel(UUID id) {
        LoadView load = loads.get(id);
        if (load.state() == LoadState.HELD) {
            ending.end(load, LoadState.CANCELLED, Text.of("已驳回", "it was rejected"), ended -> {});
        } else if (!loads.askToEnd(id)) {
            throw new Fault(
                    DataError.LOAD_ENDED, "load " + id + " is " + load.state().word());
        }
    }

    private void requireSound(LoadOrder order) {
        StoredDataset dataset = datasets.get(order.dataset());
        planner.requireFields(dataset.definition(), order);
        if (order.corrects().isPresent() && dataset.definition().mode() == RowsMode.REPLACE) {
            revisions.requireCurrent(dataset, order.corrects().get());
        }
    }
}
