package org.chengshu.data.load.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.load.LoadView;
import org.chengshu.data.load.RefusedRow;

/** Refused rows of a load, delivered again with the cells that somebody put right. */
final class CorrectedFeed implements Feed {
    private static final int PAGE = 1_000;

    private final RefusedStore refused;
    private final LoadView load;
    private final Map<Long, List<Optional<String>>> corrected;
    private final boolean others;
    private final Deque<RefusedRow> page = new ArrayDeque<>();
    private Optional<RefusedRow> row = Optional.empty();
    private long last;
    private boolean ended;

    /** @param others whether rows that nobody touched come too */
    CorrectedFeed(RefusedStore refused, LoadView load, Map<Long, List<Optional<String>>> corrected, boolean others) {
        this.refused = refused;
        this.load = load;
        this.corrected = Map.copyOf(corrected);
        this.others = others;
    }

    @Override
    public List<String> columns() {
        return load.columns();
    }

    @Override
    public boolean next() {
        do {
            row = Optional.ofNullable(nextRefused());
        } while (row.isPresent() && !isMeant(row.get()));
        return row.isPresent();
    }

    private RefusedRow nextRefused() {
        if (page.isEmpty() && !ended) {
            page.addAll(refused.list(load.id(), last, PAGE));
            ended = page.isEmpty();
        }
        RefusedRow next = page.poll();
        last = next == null ? last : next.row();
        return next;
    }

    private boolean isMeant(RefusedRow candidate) {
        return candidate.settledBy().isEmpty() && (others || corrected.containsKey(candidate.row()));
    }

    @Override
    public Optional<String> cell(int column) {
        RefusedRow now = row.orElseThrow();
        List<Optional<String>> cells = corrected.getOrDefault(now.row(), now.cells());
        return column < cells.size() ? cells.get(column) : Optional.empty();
    }

    @Override
    public long line() {
        return row.orElseThrow().line();
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public void close() {
        page.clear();
    }

    /** What an order says of it. */
    record Spec(UUID load, Map<Long, List<Optional<String>>> rows, boolean others) {}
}
