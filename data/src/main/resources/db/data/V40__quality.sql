create table cs_data.profile (
    id uuid primary key,
    dataset text not null,
    load bigint,
    made_at timestamptz not null,
    row_count bigint not null,
    sampled bigint not null,
    body jsonb not null
);
create index profile_dataset on cs_data.profile (dataset, made_at desc, id desc);

create table cs_data.quality_set (
    dataset text primary key,
    owner text,
    minimum_score double precision check (minimum_score between 0 and 100),
    pack text,
    version bigint not null default 1
);

create table cs_data.quality_rule (
    id text primary key,
    dataset text not null,
    spec jsonb not null,
    pack text,
    retired boolean not null default false,
    version bigint not null default 1,
    changed_at timestamptz not null
);
create index quality_rule_dataset on cs_data.quality_rule (dataset) where not retired;

create table cs_data.quality_proposal (
    id uuid primary key,
    dataset text not null,
    print text not null,
    spec jsonb not null,
    reason_zh text not null,
    reason_en text not null,
    would_raise bigint not null,
    checked bigint not null,
    state text not null default 'open' check (state in ('open', 'accepted', 'dismissed')),
    proposed_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    unique (dataset, print)
);

-- A run is evidence: it is written once and never changed.
create table cs_data.quality_run (
    id uuid primary key,
    dataset text not null,
    owner text,
    cause text not null check (cause in ('load', 'refresh', 'schedule', 'hand')),
    load bigint,
    started_at timestamptz not null,
    ended_at timestamptz not null,
    day date not null,
    row_count bigint not null,
    score double precision,
    minimum_score double precision,
    statement_ms bigint not null
);
create index quality_run_dataset on cs_data.quality_run (dataset, started_at desc, id desc);
create index quality_run_day on cs_data.quality_run (day, dataset, started_at desc);

create table cs_data.quality_result (
    run uuid not null references cs_data.quality_run (id) on delete cascade,
    rule text not null,
    rule_version bigint not null,
    kind text not null,
    title_zh text not null,
    title_en text not null,
    severity smallint not null,
    weight double precision not null,
    tolerance double precision not null,
    checked bigint not null,
    failing bigint not null,
    unfit text,
    primary key (run, rule)
);

create table cs_data.finding (
    id uuid primary key,
    dataset text not null,
    rule text not null,
    kind text not null,
    title_zh text not null,
    title_en text not null,
    severity smallint not null,
    owner text,
    state text not null check (state in ('open', 'settled')),
    raised integer not null default 1,
    first_seen timestamptz not null,
    raised_at timestamptz not null,
    last_seen timestamptz not null,
    settled_at timestamptz,
    settled_by uuid,
    last_run uuid not null,
    failing bigint not null,
    checked bigint not null,
    awaits_load bigint,
    unique (dataset, rule)
);
create index finding_newest on cs_data.finding (raised_at desc, id desc);
create index finding_open on cs_data.finding (dataset) where state = 'open';

-- The first failing rows as they were when a run saw them: proof that outlives the corrected data.
create table cs_data.finding_row (
    run uuid not null,
    finding uuid not null references cs_data.finding (id) on delete cascade,
    place integer not null,
    cells jsonb not null,
    primary key (finding, run, place)
);

create view facts.data_quality_score as
select distinct on (day, dataset)
       day,
       dataset,
       owner as department,
       score,
       row_count as rows,
       (select count(*) from cs_data.quality_result result
        where result.run = quality_run.id and result.failing > result.tolerance * result.checked) as failing_rules
from cs_data.quality_run
where cause <> 'load' and score is not null
order by day, dataset, started_at desc, id desc;

create view facts.data_finding as
select id::text as id, dataset, rule, kind, severity, owner as department, state, raised, first_seen, raised_at,
       last_seen, settled_at, failing, checked
from cs_data.finding;
