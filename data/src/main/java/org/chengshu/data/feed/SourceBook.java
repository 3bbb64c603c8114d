package org.chengshu.data.feed;

import java.util.UUID;

/** Where openers of feeds look up what a source is set to, secrets opened. Safe for use by many threads. */
public interface SourceBook {
    /** Faults with {@code SOURCE_NOT_FOUND}. */
    OpenSource get(UUID id);
}
