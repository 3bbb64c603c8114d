package org.chengshu.sense.store;

import java.util.BitSet;

/** The rows of a batch that are not stored yet, ready to be written. Immutable, as long as its rows are not cleared. */
public final class Fresh {
    private final long block;
    private final ReadingRows rows;
    private final BitSet fresh;
    private final int[] places;
    private final byte[] body;

    Fresh(long block, ReadingRows rows, BitSet fresh, int[] places, byte[] body) {
        this.block = block;
        this.rows = rows;
        this.fresh = fresh;
        this.places = places;
        this.body = body;
    }

    public boolean isEmpty() {
        return places.length == 0;
    }

    public int size() {
        return places.length;
    }

    /** Whether the row is new: the first of its series and time in the batch, and not there before. */
    public boolean holds(int row) {
        return fresh.get(row);
    }

    public BitSet rows() {
        return (BitSet) fresh.clone();
    }

    long block() {
        return block;
    }

    ReadingRows source() {
        return rows;
    }

    /** The new rows sorted by series and time. */
    int[] places() {
        return places;
    }

    byte[] body() {
        return body;
    }
}
