package org.chengshu.cases;

import java.time.Instant;
import java.util.UUID;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventType;

/** A case was opened, by an alarm or by a person. {@code severity} is a level 1..4. Keyed by the case. Immutable. */
@EventType("case.opened")
public record CaseOpened(UUID caseId, String number, String kind, String areaPath, int severity, Instant openedAt)
        implements Event {
    @Override
    public String key() {
        return caseId.toString();
    }
}
