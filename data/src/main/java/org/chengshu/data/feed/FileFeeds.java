package org.chengshu.data.feed;

import java.nio.file.Path;

/**
 * Reads files of rows: delimited text, JSON, GeoJSON, workbooks, each also packed by gzip. What a file is, is found out from
 * its bytes, never believed from its name alone; each finding may be overridden. Faults with {@code FILE_UNREADABLE} and
 * says what is wrong and where. Safe for use by many threads; the limits are in {@link FeedLimits}.
 */
public interface FileFeeds {
    /** What the file is, under what was said of it. */
    Detected detect(Path file, String name, FileOptions options);

    /** Its rows; the caller closes the feed. */
    Feed open(Path file, String name, FileOptions options);
}
