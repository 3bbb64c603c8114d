package org.chengshu.data.load.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.load.LoadCheck;
import org.chengshu.data.load.LoadFault;
import org.chengshu.data.load.LoadOrder;
import org.chengshu.data.load.LoadState;
import org.chengshu.data.load.LoadView;
import org.chengshu.data.load.StagedLoad;
import org.chengshu.data.load.stage.Figures;
import org.chengshu.data.load.stage.StagePlan;
import org.chengshu.data.stored.Revision;
import org.chengshu.data.stored.RowsMode;
import org.chengshu.data.stored.StoredDataset;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Does a load from its first row to its end: read, reconcile, check, promote. Each step may be taken up after a break. */
@Component
class LoadEngine {
    private static final int SERVER_FAULT = 500;

    private final LoadStore loads;
    private final StoredDatasets datasets;
    private final LoadRevisions revisions;
    private final Planner planner;
    private final Staging staging;
    private final Reconciler reconciler;
    private final LoadEnding ending;
    private final ObjectProvider<LoadCheck> checks;

    LoadEngine(
            LoadStore loads,
            StoredDatasets datasets,
            LoadRevisions revisions,
            Planner planner,
            Staging staging,
            Reconciler reconciler,
            LoadEnding ending,
            ObjectProvider<LoadCheck> checks) {
        this.loads = loads;
        this.datasets = datasets;
        this.revisions = revisions;
        this.planner = planner;
        this.staging = staging;
        this.reconciler = reconciler;
        this.ending = ending;
        this.checks = checks;
    }

    /** Ends the load one way or another; what it throws is for another attempt to overcome. */
    LoadView run(UUID id, Supplier<Feed> opening, Watch watch, Consumer<LoadView> along) {
        LoadView load = loads.get(id);
        if (!load.state().open()) {
            return load;
        }
        try {
            steps(load, opening, watch, along);
        } catch (LoadStop stop) {
            if (stop.state() == LoadState.HELD) {
                ending.hold(load, stop.reason());
            } else {
                ending.end(load, stop.state(), stop.reason(), along);
            }
        } catch (Fault fault) {
            if (fault.code().status() >= SERVER_FAULT) {
                throw fault;
            }
            ending.end(load, LoadState.FAILED, told(fault), along);
        }
        return loads.get(id);
    }

    /** After the last attempt. */
    void giveUp(UUID id, RuntimeException cause) {
        LoadView load = loads.get(id);
        String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        ending.end(load, LoadState.FAILED, Text.of("出错：" + reason, "it failed: " + reason), ended -> {});
    }

    private void steps(LoadView load, Supplier<Feed> opening, Watch watch, Consumer<LoadView> along) throws LoadStop {
        StoredDataset dataset = datasets.get(load.dataset());
        Optional<Integer> beside = revisions.beside(load);
        Revision revision = revisions.of(load);
        StagePlan plan;
        Figures figures;
        try (Feed feed = opening.get()) {
            loads.at(load.id(), LoadState.READING);
            loads.opened(load.id(), feed.columns(), feed.expected().orElse(0));
            plan = planner.plan(dataset.definition(), load.order(), feed.columns(), feed.sums());
            figures = staging.read(load.id(), feed, revision, plan, beside.isEmpty(), watch);
            loads.told(load.id(), feed.totals(), feed.mark());
        }
        requireRows(dataset, load.order(), figures);
        loads.at(load.id(), LoadState.RECONCILING);
        reconciler.require(load, revision, plan, figures);
        loads.at(load.id(), LoadState.CHECKING);
        long rows = figures.rows()
                + beside.map(from -> revisions.takeOver(revision, from)).orElse(0L);
        check(load, new StagedLoad(dataset, load.id(), revision.number(), revision.schema(), revision.table(), rows));
        loads.at(load.id(), LoadState.PROMOTING);
        ending.promote(load, revision, figures, beside, along);
    }

    // Nothing in place of everything is hardly ever meant.
    private static void requireRows(StoredDataset dataset, LoadOrder order, Figures figures) throws LoadStop {
        boolean replaces = dataset.definition().mode() == RowsMode.REPLACE || order.whole();
        if (figures.rows() > 0 || (!replaces && figures.refused() < Math.max(1, figures.read()))) {
            return;
        }
        throw new LoadStop(
                LoadState.STOPPED,
                figures.read() == 0
                        ? Text.of("来源没有一行数据", "the source delivered no row")
                        : Text.of("没有一行可以入库", "not one row could be stored"));
    }

    private void check(LoadView load, StagedLoad staged) throws LoadStop {
        List<LoadFault> faults = new ArrayList<>();
        checks.orderedStream().forEach(check -> faults.addAll(check.check(staged)));
        loads.checked(staged.load(), faults);
        Optional<LoadFault> stopping = faults.stream().filter(LoadFault::stops).findFirst();
        if (stopping.isPresent()) {
            // Whoever waits for an answer delivers again by himself.
            LoadState until = load.job().isPresent() ? LoadState.HELD : LoadState.STOPPED;
            throw new LoadStop(until, stopping.get().reason());
        }
    }

    private static Text told(Fault fault) {
        return Text.of(
                fault.code().title().zh() + "：" + fault.getMessage(),
                fault.code().title().en() + ": " + fault.getMessage());
    }
}
