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
    private final Map<Long, Map<String, String>> edits;
    private final boolean others;
    private final Deque<RefusedRow> page = new ArrayDeque<>();
    private Optional<RefusedRow> row = Optional.empty();
    private Map<String, String> edited = Map.of();
    private long last;
    private boolean ended;

    /** @param others whether rows that nobody touched come too */
    CorrectedFeed(RefusedStore refused, LoadView load, Map<Long, Map<String, String>> edits, boolean others) {
        this.refused = refused;
        this.load = load;
        this.edits = Map.copyOf(edits);
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
        edited = row.map(now -> edits.getOrDefault(now.row(), Map.of())).orElse(Map.of());
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
        return candidate.settledBy().isEmpty() && (others || edits.containsKey(candidate.row()));
    }

    @Override
    public Optional<String> cell(int column) {
        String name = load.columns().get(column);
        if (edited.containsKey(name)) {
            return Optional.ofNullable(edited.get(name));
        }
        List<Optional<String>> cells = row.orElseThrow().cells();
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

    /**
     * What an order says of it. Orders are seen by whoever sees loads, so it holds no cell that nobody typed.
     *
     * @param edits by number of the row, what stands in its columns now
     */
    record Spec(UUID load, Map<Long, Map<String, String>> edits, boolean others) {}
}
