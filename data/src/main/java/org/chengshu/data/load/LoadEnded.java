package org.chengshu.data.load;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventType;
import tools.jackson.databind.JsonNode;

/**
 * A load has ended, one way or another; one that is held may end again as promoted or cancelled. {@code state} is a {@link LoadState} word, {@code mark} where the next incremental read
 * may begin, given only when this one was promoted. Events of one dataset arrive in order. Immutable.
 */
@EventType("data.load-ended")
public record LoadEnded(
        UUID load,
        String dataset,
        Optional<String> source,
        String state,
        long read,
        long stored,
        long refused,
        Optional<JsonNode> mark,
        Instant at)
        implements Event {
    @Override
    public String key() {
        return dataset;
    }
}
