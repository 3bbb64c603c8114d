package org.chengshu.alarm.suppression;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** A parent is often heard to be down a moment after its children: their fresh alarms are put under its alarm. */
@Component
public final class Adoption {
    private final DSLContext db;
    private final Suppressing suppressing;

    Adoption(DSLContext db, Suppressing suppressing) {
        this.db = db;
        this.suppressing = suppressing;
    }

    /** Puts alarms of children under these fresh alarms; answers the ids of those put. */
    public List<UUID> adopt(UUID[] fresh, Instant now) {
        return db.fetch("""
                        with parent as (
                            select a.id, a.subject_kind, a.subject_id, a.rule_id, a.sort
                            from cs_alarm.alarm a
                            where a.id = any (cast(? as uuid[])) and a.cleared_at is null and not a.historical
                        ), child as (
                            select c.id, p.id as parent
                            from parent p
                            join cs_alarm.alarm c on c.parent_kind = p.subject_kind and c.parent_id = p.subject_id
                            where p.sort = 'silence' and c.cleared_at is null and c.parent_kind is not null
                              and not c.historical and c.suppression is null and c.recorded_at >= cast(? as timestamptz)
                            union
                            select c.id, p.id
                            from parent p
                            join cs_alarm.dependency d
                              on d.parent_kind = p.subject_kind and d.parent_id = p.subject_id
                             and (p.sort = 'silence' or p.rule_id = any (d.rules))
                            join cs_alarm.alarm c on c.subject_kind = d.subject_kind and c.subject_id = d.subject_id
                            where c.cleared_at is null and not c.historical and c.suppression is null
                              and c.recorded_at >= cast(? as timestamptz)
                        ), put as (
                            update cs_alarm.alarm a
                            set suppression = 'parent', suppressor = c.parent::text,
                                counts_since = case when a.id = any (cast(? as uuid[])) then null else a.counts_since end
                            from (select id, (array_agg(parent order by parent))[1] as parent
                                  from child group by id order by id) c
                            where a.id = c.id and a.id <> c.parent and a.suppression is null
                            returning a.id, a.suppressor
                        )
                        insert into cs_alarm.step (alarm_id, step, at, recorded_at, detail)
                        select id, 'suppressed', cast(? as timestamptz), cast(? as timestamptz),
                               jsonb_build_object('suppression', 'parent', 'by', suppressor)
                        from put
                        returning alarm_id
                        """, fresh, now.minus(suppressing.grace()), now.minus(suppressing.grace()), fresh, now, now)
                .map(row -> row.get("alarm_id", UUID.class));
    }
}
