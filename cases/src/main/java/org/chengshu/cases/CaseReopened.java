package org.chengshu.cases;

import java.time.Instant;
import java.util.UUID;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventType;

/** A closed case was taken up again, for the {@code times}-th time. Keyed by the case. Immutable. */
@EventType("case.reopened")
public record CaseReopened(UUID caseId, String number, String kind, String areaPath, int times, Instant at)
        implements Event {
    @Override
    public String key() {
        return caseId.toString();
    }
}
