package org.chengshu.data.load.run;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.load.LoadState;
import org.chengshu.data.load.stage.Figures;
import org.chengshu.data.load.stage.Piece;
import org.chengshu.data.load.stage.StagePlan;
import org.chengshu.data.load.stage.Stager;
import org.chengshu.data.stored.Revision;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Reads a feed into a revision. While one piece is being committed the next is read and converted. */
@Component
class Staging {
    static final long MOST_REFUSED = 100_000;

    private final PieceWriter writer;
    private final LoadStore loads;
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    Staging(PieceWriter writer, LoadStore loads) {
        this.writer = writer;
        this.loads = loads;
    }

    /** @param resumable whether what a former attempt has staged may stay */
    Figures read(UUID load, Feed feed, Revision revision, StagePlan plan, boolean resumable, Watch watch)
            throws LoadStop {
        Stager stager = new Stager(plan, feed);
        Optional<Figures> former = loads.figures(load);
        if (former.isPresent() && resumable && feed.repeatable()) {
            stager.resume(former.get());
        } else if (former.isPresent()) {
            writer.startAnew(load, revision, plan);
        }
        CompletableFuture<?> written = CompletableFuture.completedFuture(null);
        try {
            for (Optional<Piece> next = stager.next(); next.isPresent(); next = stager.next()) {
                Piece piece = next.get();
                await(written);
                requireGoingOn(load, piece, watch);
                written = CompletableFuture.runAsync(() -> writer.write(load, revision, plan, piece, watch), threads);
                watch.at(piece.figures().read(), feed.expected().orElse(0), reading(piece.figures()));
            }
        } finally {
            settle(written);
        }
        await(written);
        return stager.figures();
    }

    private void requireGoingOn(UUID load, Piece piece, Watch watch) throws LoadStop {
        if (watch.cancelled() || loads.isAskedToEnd(load)) {
            throw new LoadStop(LoadState.CANCELLED, Text.of("已取消", "it was cancelled"));
        }
        if (piece.figures().refused() > MOST_REFUSED) {
            throw new LoadStop(
                    LoadState.STOPPED,
                    Text.of(
                            "拒收行超过 " + MOST_REFUSED + "，请检查映射和类型",
                            "more than " + MOST_REFUSED + " rows were refused; look at the mapping and the types"));
        }
    }

    private static Text reading(Figures figures) {
        return Text.of(
                "已读 " + figures.read() + " 行，拒收 " + figures.refused() + " 行",
                figures.read() + " rows read, " + figures.refused() + " refused");
    }

    // Whatever went wrong, nobody may still be writing afterwards.
    private static void settle(CompletableFuture<?> written) {
        written.handle((done, failure) -> done).join();
    }

    private static void await(CompletableFuture<?> written) {
        try {
            written.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
