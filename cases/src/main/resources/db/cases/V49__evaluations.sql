-- How handling is judged, from packs.
create table cs_cases.evaluation_scheme (
    id text primary key,
    pack text not null,
    spec jsonb not null,
    retired boolean not null default false
);

-- One computation for a range of days; the scheme as it was is kept with it, and digest is over all figures.
create table cs_cases.evaluation (
    id uuid primary key,
    scheme text not null,
    spec jsonb not null,
    range_from timestamptz not null,
    range_to timestamptz not null,
    computed_at timestamptz not null,
    computed_by text not null,
    state text not null check (state in ('computing', 'done')),
    cases integer not null default 0,
    digest text,
    confirmed_at timestamptz,
    confirmations integer not null default 0
);
create index evaluation_newest on cs_cases.evaluation (computed_at desc, id desc);
create index evaluation_range on cs_cases.evaluation (scheme, range_from, range_to, computed_at desc);

-- One thing that counts, read off the steps of a case; its id is the same in every computation.
create table cs_cases.evaluation_mark (
    evaluation_id uuid not null references cs_cases.evaluation (id) on delete cascade,
    id uuid not null,
    case_id uuid not null references cs_cases.case_file (id),
    seq bigint not null,
    measure text not null,
    at timestamptz not null,
    area_path text not null,
    department text,
    post text,
    n integer not null,
    value bigint not null,
    primary key (evaluation_id, id)
);
create index evaluation_mark_newest on cs_cases.evaluation_mark (evaluation_id, at desc, id desc);

create table cs_cases.evaluation_row (
    evaluation_id uuid not null references cs_cases.evaluation (id) on delete cascade,
    dimension text not null check (dimension in ('city', 'area', 'department', 'post')),
    key text not null,
    path text not null,
    cases integer not null,
    measures jsonb not null,
    score double precision,
    grade text,
    corrected_measures jsonb,
    corrected_score double precision,
    corrected_grade text,
    primary key (evaluation_id, dimension, key)
);

-- A department says that something must not count against it; what is granted holds for later computations too.
create table cs_cases.evaluation_appeal (
    id uuid primary key,
    evaluation_id uuid not null references cs_cases.evaluation (id),
    mark_id uuid not null,
    case_id uuid not null references cs_cases.case_file (id),
    measure text not null,
    department text,
    reason text not null,
    asked_at timestamptz not null,
    asked_by uuid not null,
    asker text not null,
    state text not null check (state in ('asked', 'granted', 'refused')),
    decided_at timestamptz,
    decided_by uuid,
    decider text,
    decision text
);
create unique index evaluation_appeal_one on cs_cases.evaluation_appeal (mark_id) where state in ('asked', 'granted');
create index evaluation_appeal_newest on cs_cases.evaluation_appeal (asked_at desc, id desc);

-- Scores of satisfaction and false closures come after a case was closed.
create index step_after_closure on cs_cases.step (at)
    where action in ('check-passed', 'check-failed', 'false-closure');

create view facts.cases_evaluation as
select row.evaluation_id::text || '/' || row.dimension || '/' || row.key as id,
       evaluation.id::text as evaluation,
       evaluation.scheme,
       evaluation.range_from,
       evaluation.range_to,
       evaluation.computed_at,
       row.dimension,
       row.key,
       row.path as area_path,
       row.cases,
       row.score,
       row.grade,
       coalesce(row.corrected_score, row.score) as score_now,
       coalesce(row.corrected_grade, row.grade) as grade_now,
       (row.measures #>> '{closed-on-time,value}')::double precision as closed_on_time,
       (row.measures #>> '{accepted-on-time,value}')::double precision as accepted_on_time,
       (row.measures #>> '{rework,value}')::double precision as rework,
       (row.measures #>> '{returns,value}')::double precision as returns,
       (row.measures #>> '{supervised,value}')::double precision as supervised,
       (row.measures #>> '{satisfaction,value}')::double precision as satisfaction,
       (row.measures #>> '{false-closures,value}')::double precision as false_closures,
       (row.measures #>> '{handle-hours,value}')::double precision as handle_hours
from cs_cases.evaluation_row as row join cs_cases.evaluation on evaluation.id = row.evaluation_id
where evaluation.state = 'done';
