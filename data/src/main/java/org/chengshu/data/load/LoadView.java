package org.chengshu.data.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * A load as people see it. Rows add up: {@code read = stored + refused + removed}. Immutable.
 *
 * @param number of its revision within the dataset, once it has begun
 * @param expected about how many rows the source has; 0 when not known
 * @param removed rows that took others away, and rows taken away within the delivery
 * @param columns of the feed, once it was opened
 * @param reconciliation both sides' figures, once they are compared
 * @param faults what checks have against it
 * @param error why it failed or was stopped
 * @param mark where the next incremental read may begin
 * @param release who had it promoted in spite of what checks have against it, and why
 * @param steps when each step began, by the word of its state
 */
public record LoadView(
        UUID id,
        String dataset,
        Text title,
        Optional<Integer> number,
        LoadState state,
        LoadOrder order,
        long expected,
        long read,
        long stored,
        long refused,
        long removed,
        List<String> columns,
        Optional<JsonNode> reconciliation,
        List<LoadFault> faults,
        Optional<Text> error,
        Optional<JsonNode> mark,
        Optional<UUID> job,
        String startedBy,
        Optional<Release> release,
        Map<String, Instant> steps,
        Instant startedAt,
        Optional<Instant> endedAt) {
    public LoadView {
        columns = List.copyOf(columns);
        faults = List.copyOf(faults);
        steps = Map.copyOf(steps);
    }

    /** A person's word that lets a held load through. */
    public record Release(String by, String reason) {}
}
