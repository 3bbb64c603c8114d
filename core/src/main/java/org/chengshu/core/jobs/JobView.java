package org.chengshu.core.jobs;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * A long job as people see it. {@code done} of {@code total} counts whatever the job counts (rows, days); a total of 0
 * means that it is not known yet. {@code message} is the latest word of the job, and of a failed one the reason.
 */
public record JobView(
        UUID id,
        String kind,
        Text title,
        JobState state,
        long done,
        long total,
        Optional<Text> message,
        Optional<JsonNode> result,
        UUID startedBy,
        Instant startedAt,
        Optional<Instant> endedAt) {}
