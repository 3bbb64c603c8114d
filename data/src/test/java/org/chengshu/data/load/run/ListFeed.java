package org.chengshu.data.load.run;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.chengshu.data.feed.Change;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FeedTotals;
import org.chengshu.data.feed.SumMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A source that delivers what a test gives it. A cell of "-" in the first column's place of a row "DELETE" or "CLEAR" asks for that. */
final class ListFeed implements Feed {
    private final List<String> columns;
    private final List<List<String>> rows;
    private FeedTotals totals = FeedTotals.untold();
    private SumMethod sums = SumMethod.NONE;
    private LongConsumer before = row -> {};
    private int at = -1;

    ListFeed(List<String> columns, List<List<String>> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    ListFeed telling(SumMethod method, FeedTotals told) {
        sums = method;
        totals = told;
        return this;
    }

    /** Does something before the row of this number, from 1, or before telling that there are no more. */
    ListFeed before(LongConsumer what) {
        before = what;
        return this;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean next() {
        before.accept(at + 2L);
        return ++at < rows.size();
    }

    @Override
    public Optional<String> cell(int column) {
        List<String> row = rows.get(at);
        return column < row.size() ? Optional.ofNullable(row.get(column)) : Optional.empty();
    }

    @Override
    public long line() {
        return at + 2L;
    }

    @Override
    public Change change() {
        return switch (rows.get(at).getLast()) {
            case "DELETE" -> Change.DELETE;
            case "CLEAR" -> Change.CLEAR;
            default -> Change.PUT;
        };
    }

    @Override
    public Optional<JsonNode> mark() {
        return Optional.of(JsonNodeFactory.instance.numberNode(at));
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public SumMethod sums() {
        return sums;
    }

    @Override
    public FeedTotals totals() {
        return totals;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
