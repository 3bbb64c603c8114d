package org.chengshu.data;

import java.time.Instant;
import java.util.UUID;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventType;

/**
 * A run found that a rule which had failed holds again, within its tolerance; the run is the evidence. A finding is also
 * settled when its rule is withdrawn: then {@code withdrawn} is true and the run is the last that failed. Keyed by the
 * finding. Immutable.
 */
@EventType("data.finding-settled")
public record FindingSettled(
        UUID findingId,
        String dataset,
        String rule,
        UUID run,
        long rows,
        long failing,
        long checked,
        boolean withdrawn,
        Instant at)
        implements Event {
    @Override
    public String key() {
        return findingId.toString();
    }
}
