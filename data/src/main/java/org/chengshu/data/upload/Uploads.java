package org.chengshu.data.upload;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;

/**
 * Keeps delivered files as they are, byte for byte, so that a load can be done again and proved. At most {@link #LIMIT_BYTES}
 * each: more is refused with {@link CoreError#TOO_LARGE}. Kept in the database, so every node has them. Safe for use by many
 * threads.
 */
public interface Uploads {
    long LIMIT_BYTES = 1024L * 1024 * 1024;

    /** Reads the stream to its end; the caller closes it. Not inside a transaction: parts are committed as they come. */
    Upload put(String name, InputStream content, Viewer who);

    Optional<Upload> find(UUID id);

    /** The content from its start; {@link CoreError#NOT_FOUND} when the id is unknown or the content was removed. */
    InputStream open(UUID id);

    /** Removes the content for good and keeps what is known of it; nothing when it is removed. Joins the caller's transaction. */
    Upload remove(UUID id);
}
