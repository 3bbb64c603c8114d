package org.chengshu.cases;

import java.time.Instant;
import java.util.UUID;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventType;

/** A case was closed; {@code closedBy} is {@code sensor}, {@code officer} or {@code run}. Keyed by the case. Immutable. */
@EventType("case.closed")
public record CaseClosed(
        UUID caseId, String number, String kind, String areaPath, UUID closureId, String closedBy, Instant closedAt)
        implements Event {
    @Override
    public String key() {
        return caseId.toString();
    }
}
