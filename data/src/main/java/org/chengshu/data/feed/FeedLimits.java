package org.chengshu.data.feed;

/** How much a feed takes of one source; what is beyond is refused and said. */
public final class FeedLimits {
    public static final int MOST_COLUMNS = 2_000;

    /** Characters of one cell. */
    public static final int LONGEST_CELL = 1 << 20;

    /** Characters of one row of delimited text, and of one line of JSON. */
    public static final int LONGEST_ROW = 1 << 22;

    /** Bytes of a file once it is unpacked. */
    public static final long MOST_BYTES = 8L << 30;

    /** How many times larger than its packed form a file may be beyond the first 64 MiB. */
    public static final long MOST_UNPACKING = 200;

    /** Bytes of a workbook of Excel 97 to 2003, which is read whole. */
    public static final long MOST_BYTES_OF_XLS = 64L << 20;

    /** Characters of all texts that a workbook's cells share. */
    public static final long MOST_SHARED_TEXT = 256L << 20;

    /** How deep JSON may be nested. */
    public static final int DEEPEST = 64;

    private FeedLimits() {}
}
