package org.chengshu.data.personal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One person erased, as its certificate tells it.
 *
 * @param shown the person's number, masked
 * @param state running, done, failed or interrupted; what failed may be asked for again
 * @param traces what was found and emptied, place by place
 * @param notSearched datasets with personal fields that do not name persons by this element
 */
record ErasureView(
        UUID id,
        String element,
        String shown,
        String reason,
        String state,
        String askedBy,
        Instant askedAt,
        Optional<Instant> endedAt,
        Optional<UUID> job,
        List<PersonTrace> traces,
        List<String> notSearched,
        Optional<String> error) {
    ErasureView {
        traces = List.copyOf(traces);
        notSearched = List.copyOf(notSearched);
    }

    long rows() {
        return traces.stream().mapToLong(PersonTrace::rows).sum();
    }
}
