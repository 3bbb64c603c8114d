create table cs_alarm.alarm (
    id uuid primary key,
    rule_id text not null,
    rule_title_zh text not null,
    rule_title_en text not null,
    severity smallint not null check (severity between 1 and 4),
    sort text not null check (sort in ('condition', 'silence')),
    condition text not null,
    subject_kind text not null,
    subject_id text not null,
    subject_title_zh text not null,
    subject_title_en text not null,
    area_path text not null,
    longitude double precision,
    latitude double precision,
    since timestamptz not null,
    raised_at timestamptz not null,
    recorded_at timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    note text,
    cleared_at timestamptz,
    clear_recorded_at timestamptz,
    raised_values jsonb not null,
    cleared_values jsonb not null default '{}',
    historical boolean not null,
    announced boolean not null
);

-- One open alarm per rule and subject; an import may meet the same history twice.
create unique index alarm_open on cs_alarm.alarm (rule_id, subject_kind, subject_id)
    where cleared_at is null and not historical;
create unique index alarm_historical on cs_alarm.alarm (rule_id, subject_kind, subject_id, raised_at)
    where historical;
create index alarm_newest on cs_alarm.alarm (raised_at desc, id desc);
create index alarm_subject on cs_alarm.alarm (subject_kind, subject_id, raised_at desc);
create index alarm_open_area on cs_alarm.alarm (area_path text_pattern_ops, severity)
    where cleared_at is null and not historical;

create table cs_alarm.step (
    alarm_id uuid not null references cs_alarm.alarm (id),
    seq bigint generated always as identity,
    step text not null check (step in ('raised', 'acknowledged', 'cleared')),
    at timestamptz not null,
    recorded_at timestamptz not null,
    person_id uuid,
    person text,
    note text,
    step_values jsonb not null default '{}',
    primary key (alarm_id, seq)
);

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
       acknowledged_at,
       cleared_at,
       round((extract(epoch from acknowledged_at - recorded_at) / 60)::numeric, 2)::double precision
           as minutes_to_acknowledge,
       round((extract(epoch from cleared_at - raised_at) / 60)::numeric, 2)::double precision as minutes_to_clear,
       historical
from cs_alarm.alarm;
