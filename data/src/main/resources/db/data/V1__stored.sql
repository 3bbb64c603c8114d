-- Rows of stored datasets: raw ones as delivered, base libraries, themes. Their tables come and go with the datasets.
create schema lake;
create schema base;
create schema theme;

-- Moves with every change of a definition, so that every node notices.
create table cs_data.shelf (
    id boolean primary key default true check (id),
    version bigint not null
);

insert into cs_data.shelf (version) values (0);

create table cs_data.dataset (
    id text primary key,
    layer text not null,
    title_zh text not null,
    title_en text not null,
    owner text not null,
    definition jsonb not null,
    -- Absent for what people made.
    pack_id text,
    version integer not null,
    -- What is read now; absent before the first.
    revision integer,
    row_count bigint not null default 0,
    refreshed_at timestamptz,
    last_revision integer not null default 0,
    made_at timestamptz not null,
    changed_at timestamptz not null
);

-- The rows of a dataset as one load or rebuild made them.
create table cs_data.revision (
    dataset text not null references cs_data.dataset (id) on delete cascade,
    number integer not null,
    state text not null check (state in ('open', 'promoted', 'discarded', 'expired')),
    cause text not null,
    row_count bigint not null default 0,
    opened_at timestamptz not null,
    promoted_at timestamptz,
    primary key (dataset, number)
);
