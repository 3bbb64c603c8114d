package org.chengshu.cases.part;

import java.time.Clock;
import java.util.UUID;
import org.chengshu.cases.CaseStageChanged;
import org.chengshu.core.events.EventListener;
import org.chengshu.flow.CityCase;
import org.springframework.stereotype.Component;

/** Ends what nobody answered when its case is closed, however that happened, or goes back to be dispatched anew. */
@Component
final class PartListening implements EventListener<CaseStageChanged> {
    private final PartStore parts;
    private final Clock clock;

    PartListening(PartStore parts, Clock clock) {
        this.parts = parts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "cases.parts";
    }

    @Override
    public Class<CaseStageChanged> type() {
        return CaseStageChanged.class;
    }

    @Override
    public void on(CaseStageChanged event, UUID eventId) {
        boolean over = event.to().equals(CityCase.CLOSE.name())
                || (event.from().equals(CityCase.HANDLE.name()) && event.to().equals(CityCase.DISPATCH.name()));
        if (over) {
            parts.end(event.caseId(), clock.instant());
        }
    }
}
