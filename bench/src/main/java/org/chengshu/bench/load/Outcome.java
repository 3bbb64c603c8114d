package org.chengshu.bench.load;

import java.util.List;

/**
 * What a generator saw.
 *
 * @param messages acknowledged within the steady time
 * @param seconds the steady time as it was
 * @param p50 latency of an acknowledgement in milliseconds
 * @param disorder acknowledgements that came out of their order
 * @param lost connections that the other side closed
 * @param acknowledged how many messages of each connection are acknowledged, from number 0 on without a gap
 * @param sent how many of each were sent at least once
 */
public record Outcome(
        long messages,
        double seconds,
        double p50,
        double p99,
        double most,
        long disorder,
        int lost,
        List<Long> acknowledged,
        List<Long> sent) {
    public double messagesPerSecond() {
        return messages / seconds;
    }

    /** The number that no connection has come to yet. */
    public long next() {
        return sent.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
