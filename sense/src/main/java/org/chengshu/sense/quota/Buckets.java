package org.chengshu.sense.quota;

import java.util.Optional;
import org.chengshu.sense.Limits;

/** The buckets of one device or product, as its limits were when they were made. */
final class Buckets {
    private final Limits limits;
    private final Optional<Bucket> messages;
    private final Optional<Bucket> values;
    private final Optional<Bucket> bytes;

    Buckets(Limits limits) {
        this.limits = limits;
        this.messages = limits.messages().map(Bucket::new);
        this.values = limits.values().map(Bucket::new);
        this.bytes = limits.bytes().map(Bucket::new);
    }

    boolean isOf(Limits now) {
        return limits.equals(now);
    }

    long wait_ns(int howManyValues, int howManyBytes, long now_ns) {
        long longest = messages.map(bucket -> bucket.wait_ns(1, now_ns)).orElse(0L);
        longest = Math.max(
                longest,
                values.map(bucket -> bucket.wait_ns(howManyValues, now_ns)).orElse(0L));
        return Math.max(
                longest,
                bytes.map(bucket -> bucket.wait_ns(howManyBytes, now_ns)).orElse(0L));
    }

    void take(int howManyValues, int howManyBytes, long now_ns) {
        messages.ifPresent(bucket -> bucket.take(1, now_ns));
        values.ifPresent(bucket -> bucket.take(howManyValues, now_ns));
        bytes.ifPresent(bucket -> bucket.take(howManyBytes, now_ns));
    }
}
