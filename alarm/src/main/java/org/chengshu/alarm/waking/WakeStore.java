package org.chengshu.alarm.waking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.chengshu.alarm.Suppression;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
final class WakeStore {
    static final int AT_ONCE = 500;

    private final DSLContext db;

    WakeStore(DSLContext db) {
        this.db = db;
    }

    /** Open alarms whose reason not to count is gone, held for this transaction. */
    List<UUID> freed(Collection<String> windows, Instant parentsWellSince) {
        return ids(db.fetch("""
                select a.id from cs_alarm.alarm a
                where a.cleared_at is null and not a.historical and a.suppression is not null
                  and case a.suppression
                      when 'window' then not a.suppressor = any (cast(? as text[]))
                      when 'parent' then not exists (
                          select 1 from cs_alarm.alarm p
                          where p.id = cast(a.suppressor as uuid)
                            and (p.cleared_at is null or p.clear_recorded_at > cast(? as timestamptz)))
                      else not exists (
                          select 1 from cs_alarm.storm s
                          where s.id = cast(a.suppressor as uuid) and s.ended_at is null)
                      end
                order by a.id limit ? for update of a skip locked
                """, windows.toArray(String[]::new), parentsWellSince, AT_ONCE));
    }

    void suppressStill(UUID alarm, Suppression by) {
        db.execute(
                "update cs_alarm.alarm set suppression = ?, suppressor = ? where id = ?",
                by.kind().word(),
                by.by(),
                alarm);
    }

    void wake(List<UUID> alarms, Instant now) {
        db.execute("""
                with woken as (
                    update cs_alarm.alarm
                    set suppression = null, suppressor = null, woke_at = cast(? as timestamptz),
                        counts_since = cast(? as timestamptz)
                    where id = any (cast(? as uuid[])) returning id
                )
                insert into cs_alarm.step (alarm_id, step, at, recorded_at)
                select id, 'woke', cast(? as timestamptz), cast(? as timestamptz) from woken
                """, now, now, alarms.toArray(UUID[]::new), now, now);
    }

    /** Takes down from the shelf what has been there long enough; answers the ids. */
    List<UUID> unshelve(Instant now) {
        return ids(db.fetch("""
                with due as (
                    select id from cs_alarm.alarm
                    where cleared_at is null and shelved_until is not null and shelved_until <= cast(? as timestamptz)
                    order by id limit ? for update skip locked
                ), back as (
                    update cs_alarm.alarm a
                    set shelved_until = null, shelved_by = null, shelve_reason = null,
                        counts_since = case when a.suppression is null then cast(? as timestamptz) end
                    from due where a.id = due.id returning a.id
                )
                insert into cs_alarm.step (alarm_id, step, at, recorded_at)
                select id, 'unshelved', cast(? as timestamptz), cast(? as timestamptz) from back
                returning alarm_id as id
                """, now, AT_ONCE, now, now, now));
    }

    private static List<UUID> ids(List<Record> rows) {
        return rows.stream().map(row -> row.get("id", UUID.class)).toList();
    }
}
