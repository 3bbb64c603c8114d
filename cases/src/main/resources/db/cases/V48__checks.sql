-- Whether a case was put right is looked at by a grid worker, or asked of whoever reported it; some closed cases are sampled.
alter table cs_cases.case_file drop constraint case_file_verified_by_check;
alter table cs_cases.case_file add constraint case_file_verified_by_check
    check (verified_by in ('sensor', 'officer', 'run', 'check'));
alter table cs_cases.case_file drop constraint case_file_closed_by_check;
alter table cs_cases.case_file add constraint case_file_closed_by_check
    check (closed_by in ('sensor', 'officer', 'run', 'merged', 'check'));
alter table cs_cases.closure drop constraint closure_closed_by_check;
alter table cs_cases.closure add constraint closure_closed_by_check check (closed_by in ('sensor', 'officer', 'run', 'check'));
alter table cs_cases.closure add column check_id uuid;

-- One thing to find out about a case; round is when the case came to the stage in which it is asked.
create table cs_cases.check_task (
    id uuid primary key,
    case_id uuid not null references cs_cases.case_file (id),
    way text not null check (way in ('grid', 'callback')),
    cause text not null check (cause in ('verify', 'sample')),
    round timestamptz not null,
    closure_id uuid references cs_cases.closure (id),
    report_id uuid references cs_cases.report (id),
    state text not null check (state in ('open', 'passed', 'failed', 'unreached', 'lapsed')),
    asked_at timestamptz not null,
    taken_by uuid,
    taker text,
    tries integer not null default 0,
    ended_at timestamptz,
    answered_by uuid,
    answerer text,
    note text,
    score smallint check (score between 1 and 5),
    longitude double precision,
    latitude double precision,
    metres integer,
    unique (case_id, way, cause, round)
);
create index check_task_newest on cs_cases.check_task (asked_at desc, id desc);
create index check_task_open on cs_cases.check_task (way, asked_at) where state = 'open';

create table cs_cases.check_try (
    check_id uuid not null references cs_cases.check_task (id),
    at timestamptz not null,
    person_id uuid not null,
    person text not null,
    note text,
    primary key (check_id, at)
);

create table cs_cases.check_photo (
    id uuid primary key,
    check_id uuid not null references cs_cases.check_task (id),
    file_id uuid not null,
    type text not null,
    bytes bigint not null,
    taken_at timestamptz,
    longitude double precision,
    latitude double precision,
    added_at timestamptz not null
);
create index check_photo_check on cs_cases.check_photo (check_id);

create view facts.cases_check as
select check_task.id::text as id,
       check_task.case_id::text as case_id,
       case_file.number as case_number,
       case_file.kind,
       case_file.area_path,
       case_file.department,
       check_task.way,
       check_task.cause,
       check_task.state,
       check_task.asked_at,
       check_task.ended_at,
       check_task.tries,
       check_task.score,
       check_task.metres
from cs_cases.check_task join cs_cases.case_file on case_file.id = check_task.case_id;

-- The key by which cases are drawn for a sample, sealed, so that nobody can tell beforehand which will be.
create table cs_cases.sample_key (id text primary key, sealed text not null);
