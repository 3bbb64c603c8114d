package org.chengshu.core.jobs;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * A long job as people see it. {@code done} of {@code total} counts whatever the job counts (rows, days); a total of 0
 * means that it is not known yet. {@code message} is the latest word of the job, and of a failed one the reason.
 *
 * @param startedByName the starter's display name; empty for the platform itself
 * @param startedAt when somebody asked for it
 * @param attempt which attempt runs or ran last; 0 while it waits for its first
 * @param attempts how many it has; empty for work that runs only where it was started and is not tried again
 * @param nextAt when a queued job may be claimed
 * @param error why the last attempt failed
 * @param retryable whether somebody may have it tried again now
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
        Optional<String> startedByName,
        Instant startedAt,
        Optional<Instant> endedAt,
        int attempt,
        Optional<Integer> attempts,
        Optional<Instant> nextAt,
        Optional<String> node,
        Optional<Text> error,
        Optional<String> schedule,
        boolean retryable) {}
