package org.chengshu.data.load.run;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.events.Outbox;
import org.chengshu.data.load.LoadEnded;
import org.chengshu.data.load.LoadState;
import org.chengshu.data.load.LoadView;
import org.chengshu.data.load.stage.Figures;
import org.chengshu.data.stored.PastRevision;
import org.chengshu.data.stored.Revision;
import org.chengshu.data.stored.Revisions;
import org.chengshu.data.stored.RowsMode;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** How a load ends: promoted, or without anybody having seen its rows. */
@Component
class LoadEnding {
    private static final int TRIES = 24;

    private final LoadStore loads;
    private final RefusedStore refused;
    private final CorrectedRows corrections;
    private final StoredDatasets datasets;
    private final Revisions revisions;
    private final Transactions transactions;
    private final Outbox outbox;
    private final DSLContext sql;
    private final Clock clock;

    LoadEnding(
            LoadStore loads,
            RefusedStore refused,
            CorrectedRows corrections,
            StoredDatasets datasets,
            Revisions revisions,
            Transactions transactions,
            Outbox outbox,
            DSLContext sql,
            Clock clock) {
        this.loads = loads;
        this.refused = refused;
        this.corrections = corrections;
        this.datasets = datasets;
        this.revisions = revisions;
        this.transactions = transactions;
        this.outbox = outbox;
        this.sql = sql;
        this.clock = clock;
    }

    /** A reader who is in the middle of the rows holds the view; he is waited for without keeping others from it. */
    void promote(
            LoadView load, Revision revision, Figures figures, Optional<Integer> beside, Consumer<LoadView> along) {
        for (int attempt = 1; ; attempt++) {
            try {
                transactions.run(() -> promoteNow(load, revision, figures, beside, along));
                return;
            } catch (DataAccessException | org.jooq.exception.DataAccessException e) {
                if (attempt == TRIES || !isLockTimeout(e)) {
                    throw e;
                }
            }
        }
    }

    private void promoteNow(
            LoadView load, Revision revision, Figures figures, Optional<Integer> beside, Consumer<LoadView> along) {
        sql.execute("set local lock_timeout to '5s'");
        boolean whole = load.order().whole() || figures.whole();
        if (isNothingNew(load, figures, whole)) {
            revisions.discard(revision);
        } else {
            Revisions.Promotion how = whole ? Revisions.Promotion.wholly() : Revisions.Promotion.usual();
            revisions.promote(revision, how.on(beside));
            loads.held(load.dataset()).stream()
                    .filter(held -> !held.id().equals(load.id()))
                    .forEach(held -> supersede(held, revision));
        }
        load.order()
                .corrects()
                .ifPresent(corrected -> refused.settle(corrected, load.id(), corrections.taken(load.order())));
        ended(load, LoadState.PROMOTED, Optional.empty(), along);
    }

    // Its revision is older than what is read now; whoever waits for it has heard of it when it was held.
    private void supersede(LoadView held, Revision by) {
        discard(held);
        loads.end(
                held.id(),
                LoadState.STOPPED,
                Optional.of(Text.of(
                        "等待放行期间，第 " + by.number() + " 版已经发布；仍要这些行，请重新入库",
                        "revision " + by.number()
                                + " was promoted while it waited; load it again if its rows are wanted")));
    }

    // An incremental read that brings nothing must not push a former revision out.
    private boolean isNothingNew(LoadView load, Figures figures, boolean whole) {
        return figures.rows() == 0
                && figures.removed() == 0
                && !whole
                && datasets.get(load.dataset()).definition().mode() != RowsMode.REPLACE;
    }

    void end(LoadView load, LoadState state, Text reason, Consumer<LoadView> along) {
        transactions.run(() -> {
            discard(load);
            ended(load, state, Optional.of(reason), along);
        });
    }

    private void discard(LoadView load) {
        loads.find(load.id())
                .flatMap(LoadView::number)
                .filter(number -> revisions.list(load.dataset()).stream()
                        .anyMatch(
                                revision -> revision.number() == number && revision.state() == PastRevision.State.OPEN))
                .ifPresent(number -> revisions.discard(revisions.get(load.dataset(), number)));
    }

    /** Its rows stay as they are, unseen, until somebody decides. */
    void hold(LoadView load, Text reason) {
        transactions.run(() -> {
            if (loads.hold(load.id(), reason)) {
                outbox.emit(told(loads.get(load.id())));
            }
        });
    }

    private void ended(LoadView load, LoadState state, Optional<Text> reason, Consumer<LoadView> along) {
        if (!loads.end(load.id(), state, reason)) {
            return;
        }
        LoadView now = loads.get(load.id());
        outbox.emit(told(now));
        along.accept(now);
    }

    private LoadEnded told(LoadView now) {
        return new LoadEnded(
                now.id(),
                now.dataset(),
                now.order().source(),
                now.state().word(),
                now.read(),
                now.stored(),
                now.refused(),
                now.state() == LoadState.PROMOTED ? now.mark() : Optional.empty(),
                clock.instant());
    }

    private static boolean isLockTimeout(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && "55P03".equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
