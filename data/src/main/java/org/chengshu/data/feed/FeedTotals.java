package org.chengshu.data.feed;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a source itself tells of what it delivered, by a query or count of its own. Immutable.
 *
 * @param rows how many rows
 * @param columns by column, where it can tell
 */
public record FeedTotals(Optional<Long> rows, Map<String, ColumnTotal> columns) {
    private static final FeedTotals UNTOLD = new FeedTotals(Optional.empty(), Map.of());

    public FeedTotals {
        Objects.requireNonNull(rows, "rows");
        columns = Map.copyOf(columns);
    }

    public static FeedTotals untold() {
        return UNTOLD;
    }

    public static FeedTotals ofRows(long rows) {
        return new FeedTotals(Optional.of(rows), Map.of());
    }

    /**
     * @param present values that are there
     * @param sum of them by the feed's {@link SumMethod}, modulo 2^64
     */
    public record ColumnTotal(long present, long sum) {}
}
