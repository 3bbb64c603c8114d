package org.chengshu.alarm.centre;

import java.util.stream.Collectors;

/** The fixed statements of the alarm store. */
final class AlarmSql {
    private static final String BATCH = """
            jsonb_to_recordset(cast(? as jsonb)) as s(
                place int, id uuid, rule_id text, rule_title_zh text, rule_title_en text, severity smallint, sort text,
                condition text, subject_kind text, subject_id text, subject_title_zh text, subject_title_en text,
                area_path text, longitude double precision, latitude double precision, since timestamptz,
                raised_at timestamptz, recorded_at timestamptz, raised_values jsonb, historical boolean,
                announced boolean, by_hand_only boolean, suppression text, suppressor text, parent_kind text,
                parent_id text, tags text[], settled boolean)
            """;

    /**
     * Puts in what has no open twin and is free of doubt: nothing covers it, nothing above it is in trouble. What is in doubt is
     * left out unless it is settled already. What comes while a storm goes on is of it from the first. Tells of each fresh one
     * whether there may be children to take in, and whether there are enough for a storm; its own statement does not see the
     * fresh rows, so they are counted beside the others.
     */
    static final String INSERT = """
            with asked as materialized (
                select s.*, not s.settled and (
                           exists (select 1 from cs_alarm.maintenance w
                                   where starts_with(s.area_path, w.area_path)
                                     and w.starts_at <= s.recorded_at + interval '1 second'
                                     and (w.ends_at is null or w.ends_at > s.recorded_at)
                                     and (w.ended_at is null or w.ended_at > s.recorded_at))
                           or exists (select 1 from cs_alarm.dependency d
                                      where d.subject_kind = s.subject_kind and d.subject_id = s.subject_id)
                           or exists (select 1 from cs_alarm.dependency d
                                      where d.subject_kind = s.parent_kind and d.subject_id = s.parent_id)
                           or exists (select 1 from cs_alarm.alarm p
                                      where p.subject_kind = s.parent_kind and p.subject_id = s.parent_id
                                        and p.cleared_at is null and not p.historical)) as doubtful
                from %s
            ), stormy as materialized (
                select s.*, case when not s.historical and s.suppression is null then (
                           select t.id from cs_alarm.storm t
                           where t.ended_at is null
                             and (t.scope = 'rule' and t.key = s.rule_id or t.scope = 'area' and t.key = s.area_path)
                           order by t.scope desc limit 1) end as storm_id
                from asked s
                where not s.doubtful
            ), fresh as (
                insert into cs_alarm.alarm (
                    id, rule_id, rule_title_zh, rule_title_en, severity, sort, condition, subject_kind, subject_id,
                    subject_title_zh, subject_title_en, area_path, longitude, latitude, since, raised_at, recorded_at,
                    raised_values, historical, announced, first_severity, peak_severity, by_hand_only, counts_since,
                    suppression, suppressor, storm_id, parent_kind, parent_id, tags, again_after_s)
                select s.id, s.rule_id, s.rule_title_zh, s.rule_title_en, s.severity, s.sort, s.condition,
                       s.subject_kind, s.subject_id, s.subject_title_zh, s.subject_title_en, s.area_path, s.longitude,
                       s.latitude, s.since, s.raised_at, s.recorded_at, s.raised_values, s.historical, s.announced,
                       s.severity, s.severity, s.by_hand_only,
                       case when s.suppression is null and s.storm_id is null then s.recorded_at end,
                       case when s.storm_id is not null then 'storm' else s.suppression end,
                       coalesce(s.storm_id::text, s.suppressor), s.storm_id, s.parent_kind, s.parent_id, s.tags,
                       (select extract(epoch from s.raised_at - p.cleared_at)
                        from cs_alarm.alarm p
                        where p.subject_kind = s.subject_kind and p.subject_id = s.subject_id and p.rule_id = s.rule_id
                          and p.historical = s.historical and p.raised_at <= s.raised_at
                          and p.cleared_at <= s.raised_at
                        order by p.raised_at desc limit 1)
                from stormy s
                on conflict do nothing
                returning *
            ), noted as (
                insert into cs_alarm.step (alarm_id, step, at, recorded_at, step_values, detail)
                select id, 'raised', raised_at, recorded_at, raised_values,
                       jsonb_strip_nulls(jsonb_build_object(
                           'severity', severity, 'suppression', suppression, 'by', suppressor))
                from fresh
            ), flood (scope, key) as (
                select 'rule', k.rule_id
                from (select rule_id, count(*) as fresh from fresh
                      where not historical and suppression is null group by rule_id) k
                cross join (select cast(? as timestamptz) as since, cast(? as int) as most) l
                where l.most > 0 and k.fresh + (select count(*) from (
                          select 1 from cs_alarm.alarm a
                          where a.rule_id = k.rule_id and not a.historical and a.recorded_at >= l.since
                            and a.suppression is null
                          limit l.most + 1) n) > l.most
                union all
                select 'area', k.area_path
                from (select area_path, count(*) as fresh from fresh
                      where not historical and suppression is null group by area_path) k
                cross join (select cast(? as timestamptz) as since, cast(? as int) as most) l
                where l.most > 0 and k.area_path <> '/' and k.fresh + (select count(*) from (
                          select 1 from cs_alarm.alarm a
                          where a.area_path = k.area_path and not a.historical and a.recorded_at >= l.since
                            and a.suppression is null
                          limit l.most + 1) n) > l.most
            )
            select s.place, s.doubtful,
                   exists (select 1 from flood
                           where scope = 'rule' and key = f.rule_id or scope = 'area' and key = f.area_path) as crowded,
                   coalesce(not f.historical and (
                       f.sort = 'silence' and exists (
                           select 1 from cs_alarm.alarm c
                           where c.parent_kind = f.subject_kind and c.parent_id = f.subject_id
                             and c.parent_kind is not null and c.cleared_at is null)
                       or f.sort = 'silence' and exists (
                           select 1 from fresh c where c.parent_kind = f.subject_kind and c.parent_id = f.subject_id)
                       or exists (select 1 from cs_alarm.dependency d
                                  where d.parent_kind = f.subject_kind and d.parent_id = f.subject_id)), false)
                       as parental,
                   %s
            from asked s
            left join fresh f on f.id = s.id
            """.formatted(BATCH, columnsOf("f"));

    static final String TWINS = """
            select s.place, a.id
            from %s
            join cs_alarm.alarm a
              on a.rule_id = s.rule_id and a.subject_kind = s.subject_kind and a.subject_id = s.subject_id
             and a.historical = s.historical
             and case when s.historical then a.raised_at = s.raised_at else a.cleared_at is null end
            """.formatted(BATCH);

    /** What only a person clears stays, and it is noted that its condition is over. */
    static final String CLEAR = """
            with gone as (
                update cs_alarm.alarm a
                set cleared_at = case when not a.by_hand_only then greatest(a.raised_at, s.cleared_at) end,
                    clear_recorded_at = case when not a.by_hand_only then s.recorded_at end,
                    cleared_values = case when a.by_hand_only then a.cleared_values else s.cleared_values end,
                    over_at = case when a.by_hand_only then greatest(a.raised_at, s.cleared_at) else a.over_at end
                from (select c.*, cast(? as timestamptz) as recorded_at
                      from jsonb_to_recordset(cast(? as jsonb)) as c(
                          rule_id text, subject_kind text, subject_id text, cleared_at timestamptz,
                          cleared_values jsonb)) s
                where a.rule_id = s.rule_id and a.subject_kind = s.subject_kind and a.subject_id = s.subject_id
                  and a.cleared_at is null and not a.historical and (not a.by_hand_only or a.over_at is null)
                returning a.*, s.recorded_at as noted_at, s.cleared_values as last_values
            ), noted as (
                insert into cs_alarm.step (alarm_id, step, at, recorded_at, step_values)
                select id, case when by_hand_only then 'over' else 'cleared' end, coalesce(cleared_at, over_at),
                       noted_at, last_values
                from gone
            )
            select %s from gone g order by id
            """.formatted(columnsOf("g"));

    static final String NOT_OVER = """
            with again as (
                update cs_alarm.alarm set over_at = null
                where id = any (cast(? as uuid[])) and by_hand_only and over_at is not null and cleared_at is null
                returning id
            ), noted as (
                insert into cs_alarm.step (alarm_id, step, at, recorded_at)
                select id, 'resumed', cast(? as timestamptz), cast(? as timestamptz) from again
            )
            select id from again
            """;

    static final String SEVERITY = """
            with due as (
                select a.id, a.severity as was, s.severity as becomes, s.at, s.change_values
                from cs_alarm.alarm a
                join jsonb_to_recordset(cast(? as jsonb)) as s(
                    rule_id text, subject_kind text, subject_id text, severity smallint, at timestamptz,
                    change_values jsonb)
                  on a.rule_id = s.rule_id and a.subject_kind = s.subject_kind and a.subject_id = s.subject_id
                where a.cleared_at is null and not a.historical and a.severity <> s.severity
                order by a.id for update of a
            ), changed as (
                update cs_alarm.alarm a
                set severity = d.becomes,
                    peak_severity = greatest(a.peak_severity, d.becomes),
                    acknowledged_at = case when d.becomes < d.was then a.acknowledged_at end,
                    acknowledged_by = case when d.becomes < d.was then a.acknowledged_by end,
                    note = case when d.becomes < d.was then a.note end,
                    shelved_until = case when d.becomes < d.was then a.shelved_until end,
                    shelved_by = case when d.becomes < d.was then a.shelved_by end,
                    shelve_reason = case when d.becomes < d.was then a.shelve_reason end,
                    counts_since = case when d.becomes > d.was and a.suppression is null
                                        then cast(? as timestamptz) else a.counts_since end
                from due d
                where a.id = d.id
                returning a.*, d.was, d.becomes, greatest(a.raised_at, d.at) as at, d.change_values
            ), noted as (
                insert into cs_alarm.step (alarm_id, step, at, recorded_at, step_values, detail)
                select id, 'severity', at, cast(? as timestamptz), change_values,
                       jsonb_build_object('from', was, 'to', becomes)
                from changed
            )
            select was, at, %s from changed c order by id
            """.formatted(columnsOf("c"));

    static final String CLEAR_BY_HAND = """
            with gone as (
                update cs_alarm.alarm
                set cleared_at = greatest(raised_at, cast(? as timestamptz)), clear_recorded_at = cast(? as timestamptz),
                    cleared_by = ?, clear_reason = ?
                where id = ? and cleared_at is null and not historical
                returning id, cleared_at, clear_recorded_at, cleared_by, clear_reason
            )
            insert into cs_alarm.step (alarm_id, step, at, recorded_at, person_id, person, note)
            select id, 'cleared', cleared_at, clear_recorded_at, cast(? as uuid), cleared_by, clear_reason from gone
            returning alarm_id as id
            """;

    static final String CLEAR_HISTORICAL = """
            with gone as (
                update cs_alarm.alarm a
                set cleared_at = greatest(a.raised_at, s.cleared_at), clear_recorded_at = s.recorded_at,
                    cleared_values = s.cleared_values
                from (select c.*, cast(? as timestamptz) as recorded_at
                      from jsonb_to_recordset(cast(? as jsonb)) as c(
                          id uuid, cleared_at timestamptz, cleared_values jsonb)) s
                where a.id = s.id and a.historical and a.cleared_at is null
                returning a.id, a.cleared_at, a.clear_recorded_at, a.cleared_values
            ), noted as (
                insert into cs_alarm.step (alarm_id, step, at, recorded_at, step_values)
                select id, 'cleared', cleared_at, clear_recorded_at, cleared_values from gone
            )
            select id from gone
            """;

    /** An import raises a batch before it clears it, so what came after an alarm learns of its end only now. */
    static final String AGAIN_AFTER_HISTORICAL = """
            update cs_alarm.alarm n
            set again_after_s = extract(epoch from n.raised_at - c.cleared_at)
            from cs_alarm.alarm c
            where c.id = any (cast(? as uuid[])) and c.historical and n.historical and n.again_after_s is null
              and n.rule_id = c.rule_id and n.subject_kind = c.subject_kind and n.subject_id = c.subject_id
              and n.raised_at = (select min(x.raised_at) from cs_alarm.alarm x
                                 where x.historical and x.rule_id = c.rule_id and x.subject_kind = c.subject_kind
                                   and x.subject_id = c.subject_id and x.raised_at > c.raised_at)
              and n.raised_at >= c.cleared_at
            """;

    static final String ACKNOWLEDGE = """
            with seen as (
                update cs_alarm.alarm
                set acknowledged_at = cast(? as timestamptz), acknowledged_by = ?, note = ?,
                    first_acknowledged_at = coalesce(first_acknowledged_at, cast(? as timestamptz))
                where id = ? and acknowledged_at is null and cleared_at is null
                returning id, note
            )
            insert into cs_alarm.step (alarm_id, step, at, recorded_at, person_id, person, note)
            select id, 'acknowledged', cast(? as timestamptz), cast(? as timestamptz), cast(? as uuid), ?, note
            from seen
            returning alarm_id as id
            """;

    private AlarmSql() {}

    private static String columnsOf(String relation) {
        return AlarmTable.COLUMNS.stream()
                .map(column -> relation + "." + column.getName())
                .collect(Collectors.joining(", "));
    }
}
