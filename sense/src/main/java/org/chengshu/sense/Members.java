package org.chengshu.sense;

import java.util.BitSet;
import java.util.stream.IntStream;

/** The devices of a group at one moment, by their numbers. Asking for one is a bit test. Immutable. */
public final class Members {
    private static final Members NONE = new Members(new BitSet());

    private final BitSet ids;

    private Members(BitSet ids) {
        this.ids = ids;
    }

    public static Members none() {
        return NONE;
    }

    public static Members of(BitSet ids) {
        return new Members((BitSet) ids.clone());
    }

    public boolean has(int device) {
        return ids.get(device);
    }

    public int size() {
        return ids.cardinality();
    }

    /** Ascending. */
    public IntStream ids() {
        return ids.stream();
    }

    /** Whether the other holds the same devices. */
    public boolean same(Members other) {
        return this == other || ids.equals(other.ids);
    }
}
