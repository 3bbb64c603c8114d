package org.chengshu.cases;

import java.time.Instant;
import java.util.UUID;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventType;

/** A case passed from one stage to another, forward or back; stages by their names. Keyed by the case. Immutable. */
@EventType("case.stage-changed")
public record CaseStageChanged(UUID caseId, String number, String kind, String from, String to, Instant at)
        implements Event {
    @Override
    public String key() {
        return caseId.toString();
    }
}
