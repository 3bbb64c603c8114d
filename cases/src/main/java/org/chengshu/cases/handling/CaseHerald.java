package org.chengshu.cases.handling;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseClosed;
import org.chengshu.cases.CaseOpened;
import org.chengshu.cases.CaseReopened;
import org.chengshu.cases.CaseStageChanged;
import org.chengshu.core.events.Outbox;
import org.chengshu.core.live.Live;
import org.springframework.stereotype.Component;

/** Tells other modules (outbox, same transaction) and open screens (after commit) what became of a case. */
@Component
public final class CaseHerald {
    public static final String TOPIC = "case";

    private final Outbox outbox;
    private final Live live;
    private final CaseItems items;
    private final CaseStore store;
    private final Clock clock;

    CaseHerald(Outbox outbox, Live live, CaseItems items, CaseStore store, Clock clock) {
        this.outbox = outbox;
        this.live = live;
        this.items = items;
        this.store = store;
        this.clock = clock;
    }

    void opened(CaseFile file) {
        outbox.emit(new CaseOpened(
                file.id().value(),
                file.number(),
                file.kind(),
                file.areaPath(),
                file.severity().level(),
                file.openedAt()));
    }

    void moved(CaseFile before, CaseFile after, Instant at) {
        outbox.emit(new CaseStageChanged(
                after.id().value(),
                after.number(),
                after.kind(),
                before.stage().name(),
                after.stage().name(),
                at));
        touched(after);
    }

    void closed(CaseFile file, UUID closure) {
        outbox.emit(new CaseClosed(
                file.id().value(),
                file.number(),
                file.kind(),
                file.areaPath(),
                closure,
                file.closedBy().orElseThrow(),
                file.closedAt().orElseThrow()));
    }

    void reopened(CaseFile file, Instant at) {
        outbox.emit(
                new CaseReopened(file.id().value(), file.number(), file.kind(), file.areaPath(), file.reopened(), at));
    }

    void touched(CaseFile file) {
        // An import of history would drown what happens now.
        if (!file.historical()) {
            CaseItem item = items.of(file, clock.instant());
            live.publish(TOPIC, file.areaPath(), file.departmentPath(), item);
            store.supporters(file.id()).forEach(path -> live.publish(TOPIC, file.areaPath(), Optional.of(path), item));
        }
    }
}
