package org.chengshu.data.feed;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Opens feeds, so that a load that was interrupted can open its own again. Faults with {@code SOURCE_NOT_FOUND},
 * {@code NOT_FOUND} for a file that is not kept, and as {@link Feed} does when the source does not answer. Safe for use by
 * many threads.
 */
public interface Feeds {
    /**
     * The caller closes it.
     *
     * @param mark what {@link Feed#mark} gave: only what comes after it is delivered; empty for everything
     */
    Feed open(FeedRef ref, Optional<JsonNode> mark);
}
