-- Figures over a million alarms are read from this index alone; the rows with their values are wide.
create index alarm_figures on cs_alarm.alarm (raised_at)
    include (rule_id, severity, subject_kind, subject_id, area_path, recorded_at, first_acknowledged_at, cleared_at,
             again_after_s, suppression, cleared_by, historical);

drop view facts.alarm_alarm;
create view facts.alarm_alarm as
select id::text as id,
       rule_id as rule,
       rule_title_zh as rule_title,
       severity,
       sort,
       case when cleared_at is not null then 'cleared'
            when acknowledged_at is not null then 'acknowledged'
            else 'raised' end as state,
       subject_kind,
       subject_id as subject,
       area_path,
       since,
       raised_at,
       first_acknowledged_at as acknowledged_at,
       cleared_at,
       round((extract(epoch from first_acknowledged_at - recorded_at) / 60)::numeric, 2)::double precision
           as minutes_to_acknowledge,
       round((extract(epoch from cleared_at - raised_at) / 60)::numeric, 2)::double precision as minutes_to_clear,
       historical,
       first_severity,
       peak_severity,
       suppression,
       woke_at,
       storm_id::text as storm,
       assignee,
       cleared_by,
       round((again_after_s / 60)::numeric, 2)::double precision as minutes_since_last
from cs_alarm.alarm;
