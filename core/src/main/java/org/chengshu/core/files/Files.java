package org.chengshu.core.files;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;

/**
 * Keeps files (photos, documents) in the database, so that a backup and a second node have them. A file never changes
 * once put; it may be removed. At most 64 MiB each: more is refused with {@link CoreError#TOO_LARGE} and nothing is kept. Joins a
 * running transaction. Safe for use by many threads.
 */
public interface Files {
    long LIMIT_BYTES = 64L * 1024 * 1024;

    /** Reads the stream to its end; the caller closes it. */
    UUID put(String name, String type, InputStream content);

    Optional<StoredFile> find(UUID id);

    /** The content from its start, read in pieces; an unknown id is {@link CoreError#NOT_FOUND}. */
    InputStream open(UUID id);

    /** Removes a file for good, where the law asks for it; whether there was one. Joins a running transaction. */
    boolean remove(UUID id);
}
