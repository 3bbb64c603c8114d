package org.chengshu.data.source;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * Something outside that rows come from, and how they are fetched. Immutable.
 *
 * @param kind file, jdbc, http, push or capture
 * @param secrets names of the sealed parts of its settings
 * @param mark where the next incremental read goes on
 * @param running the load that reads it now
 */
record Source(
        UUID id,
        String name,
        String kind,
        String description,
        Optional<String> organisation,
        JsonNode config,
        Set<String> secrets,
        Optional<Target> target,
        Optional<Schedule> schedule,
        boolean paused,
        Optional<JsonNode> mark,
        Optional<Instant> nextRun,
        Optional<UUID> running,
        Optional<Last> last,
        int failures,
        long version,
        UUID createdBy,
        Instant createdAt) {
    /** The load that ended last. */
    record Last(UUID load, String state, long read, long stored, long rejected, Optional<Text> error, Instant at) {}

    /** Whether only new rows are asked for. */
    boolean incremental() {
        boolean byColumn =
                config.path("by").isString() && !config.path("by").stringValue().isBlank();
        boolean byFile = kind.equals("file") && config.path("each").asString("").equals("more");
        return byColumn || byFile;
    }
}
