package org.chengshu.data.library.build;

/**
 * What reading a source came to: {@code rows = added + changed + same + refused}, and {@code gone} of those that were
 * known before.
 */
record ReadCounts(long rows, long added, long changed, long same, long refused, long gone, long unreadable) {
    static final ReadCounts NONE = new ReadCounts(0, 0, 0, 0, 0, 0, 0);

    ReadCounts plus(ReadCounts other) {
        return new ReadCounts(
                rows + other.rows,
                added + other.added,
                changed + other.changed,
                same + other.same,
                refused + other.refused,
                gone + other.gone,
                unreadable + other.unreadable);
    }

    long members() {
        return added + changed + same;
    }

    boolean moved() {
        return added + changed + gone > 0;
    }
}
