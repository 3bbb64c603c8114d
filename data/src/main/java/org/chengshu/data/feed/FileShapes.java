package org.chengshu.data.feed;

import java.io.InputStream;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Reads files of rows: delimited text, JSON, GeoJSON, workbooks, each also packed by gzip. What a file is, is found out from
 * its bytes, never believed from its name; each finding may be overridden. Content that cannot be read is a {@code Fault}
 * with {@code FILE_UNREADABLE} that says what is wrong and where. Content is opened as often as needed and closed again.
 * Safe for use by many threads; the limits are in {@link FeedLimits}.
 */
public interface FileShapes {
    /** What the file is, under what was said of it. */
    Detected inspect(Supplier<InputStream> content, String name, FileShape told);

    /** The shape alone, as JSON: what a load's order says of a file. */
    JsonNode detect(Supplier<InputStream> content, String name);

    /** Its rows; the caller closes the feed. */
    Feed open(Supplier<InputStream> content, String name, FileShape shape);
}
