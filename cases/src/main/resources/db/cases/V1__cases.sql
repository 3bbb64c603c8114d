create table cs_cases.case_kind (
    id text primary key,
    pack text not null,
    spec jsonb not null,
    retired boolean not null default false
);

create table cs_cases.dispatch_rule (
    id text primary key,
    pack text not null,
    kind text not null,
    area text,
    department text not null
);

create table cs_cases.case_opener (
    id text primary key,
    pack text not null,
    kind text not null,
    rule text not null,
    severity_at_least smallint not null
);
create index case_opener_rule on cs_cases.case_opener (rule);

create table cs_cases.case_number (
    day date primary key,
    last integer not null
);

create table cs_cases.case_file (
    id uuid primary key,
    number text not null unique,
    kind text not null,
    title_zh text not null,
    title_en text not null,
    description text,
    stage text not null,
    severity smallint not null check (severity between 1 and 4),
    source text not null check (source in ('alarm', 'person')),
    verified_by text not null check (verified_by in ('sensor', 'officer')),
    rule text,
    subject_kind text,
    subject_id text,
    subject_title_zh text,
    subject_title_en text,
    area_path text not null,
    longitude double precision,
    latitude double precision,
    department text,
    department_path text,
    handler_id uuid,
    handler text,
    reporter_id uuid,
    reporter text,
    reported_at timestamptz not null,
    opened_at timestamptz not null,
    recorded_at timestamptz not null,
    stage_since timestamptz not null,
    soon timestamptz,
    due timestamptz,
    handled_at timestamptz,
    closed_at timestamptz,
    closed_by text check (closed_by in ('sensor', 'officer')),
    reopened integer not null default 0,
    late_stages integer not null default 0,
    historical boolean not null default false
);
create index case_newest on cs_cases.case_file (opened_at desc, id desc);
create index case_stage on cs_cases.case_file (stage, opened_at desc, id desc);
create index case_open on cs_cases.case_file (area_path text_pattern_ops, due) where stage <> 'close';
create index case_department on cs_cases.case_file (department_path text_pattern_ops, opened_at desc)
    where stage <> 'close';
create index case_waiting_for_sensor on cs_cases.case_file (id) where stage <> 'close' and verified_by = 'sensor';
create index case_closed on cs_cases.case_file (closed_at desc) where closed_at is not null;
create index case_subject on cs_cases.case_file (subject_kind, subject_id, kind, opened_at desc);
-- Events of one subject come in order, yet two nodes must never open two cases for one matter.
create unique index case_one_open on cs_cases.case_file (kind, subject_kind, subject_id, historical)
    where stage <> 'close' and subject_id is not null and source = 'alarm';

create table cs_cases.case_alarm (
    alarm_id uuid primary key,
    case_id uuid not null references cs_cases.case_file (id),
    rule text not null,
    raised_at timestamptz not null,
    joined_at timestamptz not null,
    cleared_at timestamptz,
    clear_recorded_at timestamptz
);
create index case_alarm_case on cs_cases.case_alarm (case_id);
create index case_alarm_open on cs_cases.case_alarm (case_id) where cleared_at is null;

create table cs_cases.step (
    case_id uuid not null references cs_cases.case_file (id),
    seq bigint generated always as identity,
    at timestamptz not null,
    recorded_at timestamptz not null,
    actor text not null check (actor in ('person', 'platform', 'sensor')),
    person_id uuid,
    person text,
    action text not null,
    from_stage text,
    to_stage text,
    note text,
    step_values jsonb not null default '{}',
    primary key (case_id, seq)
);

create table cs_cases.verification (
    case_id uuid primary key references cs_cases.case_file (id),
    clear_since timestamptz,
    running_since timestamptz,
    last_seen timestamptz,
    blocked_by text,
    checked_at timestamptz not null
);

create table cs_cases.evidence (
    id uuid primary key,
    case_id uuid not null references cs_cases.case_file (id),
    alarms uuid[] not null,
    clear_since timestamptz not null,
    window_from timestamptz not null,
    window_to timestamptz not null,
    last_seen timestamptz not null,
    max_silence text,
    verify_for text not null,
    cleared_values jsonb not null,
    recorded_at timestamptz not null
);
create index evidence_case on cs_cases.evidence (case_id);

create table cs_cases.closure (
    id uuid primary key,
    case_id uuid not null references cs_cases.case_file (id),
    closed_at timestamptz not null,
    recorded_at timestamptz not null,
    closed_by text not null check (closed_by in ('sensor', 'officer')),
    person_id uuid,
    person text,
    override boolean not null,
    reason text,
    evidence_id uuid references cs_cases.evidence (id)
);
create index closure_case on cs_cases.closure (case_id);
create index closure_evidence on cs_cases.closure (evidence_id);

create view facts.cases_case as
select id::text as id,
       number,
       kind,
       title_zh as title,
       stage,
       severity,
       source,
       verified_by,
       rule,
       subject_kind,
       subject_id as subject,
       area_path,
       department,
       reported_at,
       opened_at,
       due,
       handled_at,
       closed_at,
       closed_by,
       round((extract(epoch from closed_at - opened_at) / 3600)::numeric, 3)::double precision as hours_to_close,
       reopened,
       late_stages,
       historical
from cs_cases.case_file;
