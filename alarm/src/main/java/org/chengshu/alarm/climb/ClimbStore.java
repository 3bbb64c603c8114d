package org.chengshu.alarm.climb;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
final class ClimbStore {
    private final DSLContext sql;

    ClimbStore(DSLContext sql) {
        this.sql = sql;
    }

    void put(UUID alarm, String rule, int step, Instant dueAt) {
        sql.execute("""
                insert into cs_alarm.climb (alarm_id, rule, step, due_at) values (?, ?, ?, ?::timestamptz)
                on conflict (alarm_id, rule) do update set step = excluded.step, due_at = excluded.due_at
                """, alarm, rule, step, dueAt);
    }

    void end(UUID alarm, String rule) {
        sql.execute("delete from cs_alarm.climb where alarm_id = ? and rule = ?", alarm, rule);
    }

    void endAll(UUID alarm) {
        sql.execute("delete from cs_alarm.climb where alarm_id = ?", alarm);
    }

    /** What is acknowledged, cleared, suppressed or shelved climbs no further. */
    int endSettled() {
        return sql.execute("""
                delete from cs_alarm.climb c using cs_alarm.alarm a
                where a.id = c.alarm_id and (a.acknowledged_at is not null or a.cleared_at is not null
                    or a.suppression is not null or a.shelved_until is not null)
                """);
    }

    /**
     * One that is due and whose alarm still waits, held for this transaction: nobody can acknowledge the alarm while the
     * next is being told.
     */
    Optional<Due> takeDue(Instant now) {
        return sql.fetchOptional("""
                        select c.alarm_id, c.rule, c.step, a.counts_since
                        from cs_alarm.climb c join cs_alarm.alarm a on a.id = c.alarm_id
                        where c.due_at <= ?::timestamptz and a.acknowledged_at is null and a.cleared_at is null
                            and a.suppression is null and a.shelved_until is null
                        order by c.due_at limit 1 for update of c, a skip locked
                        """, now)
                .map(row -> new Due(
                        row.get("alarm_id", UUID.class),
                        row.get("rule", String.class),
                        row.get("step", Integer.class),
                        row.get("counts_since", java.time.OffsetDateTime.class).toInstant()));
    }

    record Due(UUID alarm, String rule, int step, Instant countsSince) {}
}
