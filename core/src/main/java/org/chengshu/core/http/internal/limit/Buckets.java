package org.chengshu.core.http.internal.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The buckets of one kind of caller, by whatever tells them apart; full ones are forgotten when there are many. */
final class Buckets {
    private static final int MANY = 20_000;

    private final String policy;
    private final int size;
    private final Map<String, Bucket> byCaller = new ConcurrentHashMap<>();

    /** @param size 0 for no limit */
    Buckets(String policy, int size) {
        this.policy = policy;
        this.size = size;
    }

    boolean isUnlimited() {
        return size == 0;
    }

    String policy() {
        return policy;
    }

    Bucket of(String caller, long now) {
        if (byCaller.size() >= MANY) {
            byCaller.values().removeIf(bucket -> bucket.isFull(now));
        }
        return byCaller.computeIfAbsent(caller, fresh -> new Bucket(size, now));
    }
}
