-- What people said of a field themselves, above what its data element says.
create table cs_data.personal_field (
    dataset text not null,
    field text not null,
    personal boolean not null,
    -- The data element by whose values this field names a person; absent when it does not.
    identity text,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (dataset, field)
);

-- How long the personal fields of a dataset's rows are kept.
create table cs_data.retention_rule (
    dataset text primary key,
    -- The date or time that a row's age is taken from.
    field text not null,
    days integer not null check (days > 0),
    basis text not null,
    version integer not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    last_run timestamptz,
    last_rows bigint
);

-- One person erased. The person's key is not kept: shown is masked.
create table cs_data.erasure (
    id uuid primary key,
    element text not null,
    shown text not null,
    reason text not null,
    state text not null check (state in ('running', 'done', 'failed', 'interrupted')),
    asked_by uuid not null,
    asked_by_name text not null,
    asked_at timestamptz not null,
    ended_at timestamptz,
    job uuid,
    -- What was done where, as it was done.
    traces jsonb not null default '[]',
    error text
);
create index erasure_newest on cs_data.erasure (asked_at desc, id desc);
