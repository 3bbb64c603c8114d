package org.chengshu.data.feed;

import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * What a source says of itself, to be held against what arrived. Immutable.
 *
 * @param rows as the source counts them by its own means; empty when it cannot
 * @param bytes what was read of a file, unpacked
 * @param sum a check over the values that the source worked out itself; empty when it cannot
 * @param how by what means the source counted, for people
 */
public record FeedTotals(Optional<Long> rows, Optional<Long> bytes, Optional<String> sum, Text how) {
    public FeedTotals {
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(sum, "sum");
        Objects.requireNonNull(how, "how");
    }

    public static FeedTotals unknown() {
        return new FeedTotals(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Text.of("来源不提供合计", "the source gives no totals"));
    }

    public static FeedTotals counted(long rows, Text how) {
        return new FeedTotals(Optional.of(rows), Optional.empty(), Optional.empty(), how);
    }

    public FeedTotals ofBytes(long count) {
        return new FeedTotals(rows, Optional.of(count), sum, how);
    }
}
