package org.chengshu.core.audit.internal.chain;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.jobs.JobProgress;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Walks over the chain of a period, or all of it, and tells whether it is whole and where it is first broken. */
@Component
public class Verification {
    private static final int BATCH = 2_000;

    private final ChainStore store;
    private final Heads heads;

    Verification(ChainStore store, Heads heads) {
        this.store = store;
        this.heads = heads;
    }

    /** The last link that was looked at. */
    public record Head(long number, String algorithm, String hash, Instant at) {
        static Head of(Link link) {
            return new Head(link.number(), link.algorithmWord(), link.hash(), link.sealedAt());
        }
    }

    /** Where the chain is broken first: the entry, its time and number, and what differs. */
    public record Broken(String what, long number, UUID id, Instant at, Text detail) {
        static Broken of(Break found) {
            String what = found.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new Broken(what, found.number(), found.id(), found.at(), found.detail());
        }
    }

    /** What was found; {@code waiting} entries are not sealed yet; {@code heads} were compared with those written down outside. */
    public record Result(
            boolean whole,
            long entries,
            long faults,
            Optional<Broken> broken,
            Optional<Head> head,
            long waiting,
            int heads) {}

    public Result run(Period period, JobProgress progress) {
        // Heads first: one that is noted meanwhile must not be missed in a chain that was looked at before.
        Map<Long, String> noted = heads.read();
        long last = store.head().map(Link::number).orElse(0L);
        Optional<long[]> within = period.isToTheEnd() && period.from().equals(Instant.EPOCH)
                ? Optional.of(new long[] {1, last})
                : store.numbers(period);
        long first = within.map(numbers -> numbers[0]).orElse(1L);
        long end = within.map(numbers -> numbers[1]).orElse(0L);
        Optional<Link> former = first > 1 ? store.find(first - 1) : Optional.empty();
        ChainWalk walk = new ChainWalk(former, noted);
        walk(walk, first, end, progress);
        if (end == last) {
            walk.end(last);
        }
        if (walk.first().isEmpty()) {
            store.findUnlinked(period).map(Verification::inserted).ifPresent(walk::tell);
        }
        return result(walk, noted.size());
    }

    private void walk(ChainWalk walk, long first, long last, JobProgress progress) {
        long at = first - 1;
        boolean on = true;
        while (on && at < last && !progress.cancelled()) {
            List<Linked> batch = store.after(at, last, BATCH);
            if (batch.isEmpty()) {
                return;
            }
            for (Linked linked : batch) {
                on = on && walk.next(linked);
            }
            at = batch.getLast().link().number();
            progress.at(at - first + 1, last - first + 1, Text.of("核验至第 " + at + " 环", "Verified up to link " + at));
        }
    }

    private Result result(ChainWalk walk, int heads) {
        return new Result(
                walk.first().isEmpty(),
                walk.seen(),
                walk.broken(),
                walk.first().map(Broken::of),
                walk.last().map(Head::of),
                store.waiting(),
                heads);
    }

    private static Break inserted(ChainStore.Waiting entry) {
        return new Break(
                Break.Kind.ENTRY_INSERTED,
                0,
                entry.id(),
                entry.at(),
                Text.of("条目不在链上：绕过平台插入", "the entry is in no link: it was inserted behind the platform's back"));
    }
}
