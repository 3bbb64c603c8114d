package org.chengshu.data.load;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * A load as people see it. Rows add up: {@code read = stored + rejected}. Immutable.
 *
 * @param number of its revision within the dataset, once it has begun
 * @param expected about how many rows the source has; 0 when not known
 * @param reconciliation both sides' figures, once they are compared
 * @param faults what checks have against it
 * @param error why it failed or was stopped
 * @param mark where the next incremental read may begin
 */
public record LoadView(
        UUID id,
        String dataset,
        Text title,
        Optional<Integer> number,
        LoadState state,
        String feed,
        Optional<String> source,
        long expected,
        long read,
        long stored,
        long rejected,
        Optional<JsonNode> reconciliation,
        List<LoadFault> faults,
        Optional<Text> error,
        Optional<JsonNode> mark,
        Optional<UUID> job,
        String startedBy,
        Instant startedAt,
        Optional<Instant> endedAt) {
    public LoadView {
        faults = List.copyOf(faults);
    }
}
