-- Themes: datasets that a query of a pack makes of others. Their rows are stored datasets of the layer theme.
create table cs_data.theme (
    id text primary key,
    pack_id text not null,
    definition jsonb not null,
    version integer not null,
    state text not null check (state in ('waiting', 'fresh', 'stale', 'failed')),
    reason_zh text,
    reason_en text,
    -- Since when its rows are older than its inputs.
    stale_since timestamptz,
    ran_at timestamptz,
    next_at timestamptz,
    changed_at timestamptz not null
);

create table cs_data.theme_run (
    id uuid primary key,
    theme text not null,
    version integer not null,
    cause text not null,
    state text not null check (state in ('running', 'done', 'unchanged', 'held', 'failed')),
    -- Absent when everything was computed.
    periods integer,
    -- Revision of each stored input that it read.
    inputs jsonb not null default '{}',
    rows_written bigint not null default 0,
    rows_total bigint not null default 0,
    revision integer,
    reason_zh text,
    reason_en text,
    started_at timestamptz not null,
    ended_at timestamptz
);
create index theme_run_theme on cs_data.theme_run (theme, started_at desc);
