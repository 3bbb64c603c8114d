package org.chengshu.data.library.build;

/**
 * What reading a source came to: {@code rows = added + changed + same + refused}, and {@code gone} of those that were
 * known before.
 */
record ReadCounts(long rows, long added, long changed, long same, long refused, long gone, long unreadable) {
    static final ReadCounts NONE = new ReadCounts(0, 0, 0, 0, 0, 0, 0);

    long members() {
        return added + changed + same;
    }
}
