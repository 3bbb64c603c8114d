create table cs_data.source (
    id uuid primary key,
    name text not null unique,
    kind text not null check (kind in ('file', 'jdbc', 'http', 'push', 'capture')),
    description text not null default '',
    organisation text,
    config jsonb not null,
    -- by the core's field cipher; a JSON object of the secrets of the config
    secrets text,
    target jsonb,
    schedule jsonb,
    paused boolean not null default false,
    mark jsonb,
    next_run timestamptz,
    running uuid,
    last_load uuid,
    last_state text,
    last_error jsonb,
    last_read bigint,
    last_stored bigint,
    last_rejected bigint,
    last_at timestamptz,
    failures integer not null default 0,
    version bigint not null default 1,
    created_by uuid not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
);
create index source_newest on cs_data.source (created_at desc, id desc);
create index source_due on cs_data.source (next_run) where next_run is not null and not paused;

-- Batches that were pushed, so that one sent twice is taken once.
create table cs_data.push_batch (
    source uuid not null references cs_data.source on delete cascade,
    key text not null,
    digest text not null,
    load uuid,
    answer jsonb,
    at timestamptz not null,
    primary key (source, key)
);
create index push_batch_age on cs_data.push_batch (at);

-- How far the changes of a database have been taken.
create table cs_data.capture (
    source uuid primary key references cs_data.source on delete cascade,
    state text not null check (state in ('new', 'snapshot', 'following')),
    position text,
    changed_at timestamptz not null,
    lag_bytes bigint,
    seen_at timestamptz,
    error jsonb
);
