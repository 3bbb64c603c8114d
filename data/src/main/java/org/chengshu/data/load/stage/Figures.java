package org.chengshu.data.load.stage;

import java.util.List;
import org.chengshu.data.feed.FeedTotals.ColumnTotal;

/**
 * What has been read of a delivery so far: {@code read = stored + refused + removed}. Immutable.
 *
 * @param removed rows that took others away, and rows that were taken away after they came
 * @param delivered by column of the feed, as it came
 * @param stored values by field of the dataset, as they are to stand in the table
 * @param whole whether the delivery said that nothing before it holds any more
 */
public record Figures(
        long read,
        long rows,
        long refused,
        long removed,
        List<ColumnTotal> delivered,
        List<ColumnTotal> stored,
        boolean whole) {
    public Figures {
        delivered = List.copyOf(delivered);
        stored = List.copyOf(stored);
    }
}
