package org.chengshu.alarm.centre;

/** The fixed statements of the alarm store. */
final class AlarmSql {
    private static final String BATCH = """
            jsonb_to_recordset(cast(? as jsonb)) as s(
                place int, id uuid, rule_id text, rule_title_zh text, rule_title_en text, severity smallint, sort text,
                condition text, subject_kind text, subject_id text, subject_title_zh text, subject_title_en text,
                area_path text, longitude double precision, latitude double precision, since timestamptz,
                raised_at timestamptz, recorded_at timestamptz, raised_values jsonb, historical boolean,
                announced boolean)
            """;

    static final String INSERT = """
            with fresh as (
                insert into cs_alarm.alarm (
                    id, rule_id, rule_title_zh, rule_title_en, severity, sort, condition, subject_kind, subject_id,
                    subject_title_zh, subject_title_en, area_path, longitude, latitude, since, raised_at, recorded_at,
                    raised_values, historical, announced)
                select s.id, s.rule_id, s.rule_title_zh, s.rule_title_en, s.severity, s.sort, s.condition,
                       s.subject_kind, s.subject_id, s.subject_title_zh, s.subject_title_en, s.area_path, s.longitude,
                       s.latitude, s.since, s.raised_at, s.recorded_at, s.raised_values, s.historical, s.announced
                from %s
                on conflict do nothing
                returning id, raised_at, recorded_at, raised_values
            ), noted as (
                insert into cs_alarm.step (alarm_id, step, at, recorded_at, step_values)
                select id, 'raised', raised_at, recorded_at, raised_values from fresh
            )
            select id from fresh
            """.formatted(BATCH);

    static final String TWINS = """
            select s.place, a.id
            from %s
            join cs_alarm.alarm a
              on a.rule_id = s.rule_id and a.subject_kind = s.subject_kind and a.subject_id = s.subject_id
             and a.historical = s.historical
             and case when s.historical then a.raised_at = s.raised_at else a.cleared_at is null end
            """.formatted(BATCH);

    static final String CLEAR = """
            with gone as (
                update cs_alarm.alarm a
                set cleared_at = greatest(a.raised_at, s.cleared_at), clear_recorded_at = s.recorded_at,
                    cleared_values = s.cleared_values
                from (select c.*, cast(? as timestamptz) as recorded_at
                      from jsonb_to_recordset(cast(? as jsonb)) as c(
                          rule_id text, subject_kind text, subject_id text, cleared_at timestamptz,
                          cleared_values jsonb)) s
                where a.rule_id = s.rule_id and a.subject_kind = s.subject_kind and a.subject_id = s.subject_id
                  and a.cleared_at is null and not a.historical
                returning a.id, a.cleared_at, a.clear_recorded_at, a.cleared_values
            ), noted as (
                insert into cs_alarm.step (alarm_id, step, at, recorded_at, step_values)
                select id, 'cleared', cleared_at, clear_recorded_at, cleared_values from gone
            )
            select id from gone
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

    static final String ACKNOWLEDGE = """
            with seen as (
                update cs_alarm.alarm
                set acknowledged_at = cast(? as timestamptz), acknowledged_by = ?, note = ?
                where id = ? and acknowledged_at is null and cleared_at is null
                returning id, note
            )
            insert into cs_alarm.step (alarm_id, step, at, recorded_at, person_id, person, note)
            select id, 'acknowledged', cast(? as timestamptz), cast(? as timestamptz), cast(? as uuid), ?, note
            from seen
            returning alarm_id as id
            """;

    private AlarmSql() {}
}
