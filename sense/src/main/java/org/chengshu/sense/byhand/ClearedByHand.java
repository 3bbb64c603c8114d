package org.chengshu.sense.byhand;

import java.util.UUID;
import org.chengshu.alarm.AlarmCleared;
import org.chengshu.core.events.EventListener;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Notes, with the event, that a person has cleared an alarm; what its rule remembers is changed a moment later. */
@Component
final class ClearedByHand implements EventListener<AlarmCleared> {
    private final DSLContext db;

    ClearedByHand(DSLContext db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "sense.alarm-cleared-by-hand";
    }

    @Override
    public Class<AlarmCleared> type() {
        return AlarmCleared.class;
    }

    @Override
    public void on(AlarmCleared event, UUID eventId) {
        if (event.byHand().isPresent() && !event.historical()) {
            db.execute("""
                    insert into cs_sense.cleared_by_hand (subject_kind, subject_id, rule) values (?, ?, ?)
                    on conflict do nothing""", event.subjectKind(), event.subjectId(), event.ruleId());
        }
    }
}
