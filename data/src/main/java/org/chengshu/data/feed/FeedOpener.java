package org.chengshu.data.feed;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A bean that opens feeds of one kind. What to open is told as JSON, because a load may be taken up by another node or after
 * a restart; it holds no secret, only the name of a source that does. Safe for use by many threads.
 */
public interface FeedOpener {
    /** Such as {@code file}, {@code jdbc}, {@code http}, {@code push}, {@code capture}. */
    String kind();

    /**
     * @param spec what to open
     * @param from the mark where an incremental read begins; empty for all
     */
    Feed open(JsonNode spec, Optional<JsonNode> from);
}
