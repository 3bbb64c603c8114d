package org.chengshu.data;

import java.time.Instant;
import java.util.UUID;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventType;
import org.chengshu.kernel.Text;

/**
 * A quality rule fails over its tolerance: for the first time, or, with {@code times} above 1, again after it had been
 * settled. What else is known of it {@link DataFindings} tells. Keyed by the finding. Immutable.
 *
 * @param kind a word of {@code org.chengshu.data.rule.QualityKind}
 * @param severity 1..4
 * @param times how often the finding has been raised, this time included
 */
@EventType("data.finding-raised")
public record FindingRaised(
        UUID findingId,
        String dataset,
        String rule,
        String kind,
        Text title,
        int severity,
        int times,
        UUID run,
        long failing,
        long checked,
        Instant at)
        implements Event {
    @Override
    public String key() {
        return findingId.toString();
    }
}
