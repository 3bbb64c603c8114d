package org.chengshu.alarm.work;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.chengshu.alarm.AlarmId;
import org.chengshu.core.access.Viewer;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What people do with alarms, in PostgreSQL. Each deed says whether it could be done. */
@Component
final class WorkStore {
    private final DSLContext db;
    private final JsonMapper json;

    WorkStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    boolean shelve(AlarmId id, Viewer viewer, Instant until, String reason) {
        return db.execute("""
                        update cs_alarm.alarm set shelved_until = cast(? as timestamptz), shelved_by = ?, shelve_reason = ?
                        where id = ? and cleared_at is null and not historical
                        """, until, viewer.displayName(), reason, id.value()) > 0;
    }

    boolean unshelve(AlarmId id, Instant now) {
        return db.execute("""
                        update cs_alarm.alarm
                        set shelved_until = null, shelved_by = null, shelve_reason = null,
                            counts_since = case when suppression is null then cast(? as timestamptz) end
                        where id = ? and cleared_at is null and shelved_until is not null
                        """, now, id.value()) > 0;
    }

    boolean withdraw(AlarmId id, Viewer viewer, Instant now) {
        return db.execute("""
                        update cs_alarm.alarm
                        set acknowledged_at = null, acknowledged_by = null, note = null,
                            first_acknowledged_at = nullif(first_acknowledged_at, acknowledged_at),
                            counts_since = case when suppression is null then cast(? as timestamptz) end
                        where id = ? and cleared_at is null and acknowledged_at is not null
                          and (select s.person_id from cs_alarm.step s
                               where s.alarm_id = alarm.id and s.step = 'acknowledged'
                               order by s.seq desc limit 1) = ?
                        """, now, id.value(), viewer.accountId()) > 0;
    }

    void assign(AlarmId id, Optional<Viewer> person) {
        db.execute(
                "update cs_alarm.alarm set assignee_id = cast(? as uuid), assignee = ? where id = ?",
                person.map(Viewer::accountId).orElse(null),
                person.map(Viewer::displayName).orElse(null),
                id.value());
    }

    void step(AlarmId id, String step, Viewer viewer, Instant now, Optional<String> note, Map<String, ?> detail) {
        db.execute(
                """
                insert into cs_alarm.step (alarm_id, step, at, recorded_at, person_id, person, note, detail)
                values (?, ?, cast(? as timestamptz), cast(? as timestamptz), cast(? as uuid), ?, ?, cast(? as jsonb))
                """,
                id.value(),
                step,
                now,
                now,
                viewer.accountId(),
                viewer.displayName(),
                note.orElse(null),
                JSONB.valueOf(json.writeValueAsString(detail)));
    }
}
