create table cs_data.load (
    id uuid primary key,
    dataset text not null references cs_data.dataset (id) on delete cascade,
    -- Its revision within the dataset, once it has begun.
    number integer,
    state text not null,
    title_zh text not null,
    title_en text not null,
    load_order jsonb not null,
    source text,
    corrects uuid,
    job uuid,
    account uuid not null,
    who text not null,
    expected bigint not null default 0,
    read_count bigint not null default 0,
    stored_count bigint not null default 0,
    refused_count bigint not null default 0,
    removed_count bigint not null default 0,
    -- Columns of the feed; counts and sums of what was read, written with the rows themselves.
    columns jsonb not null default '[]',
    figures jsonb,
    -- What the source itself told.
    told jsonb,
    reconciliation jsonb,
    faults jsonb not null default '[]',
    error_zh text,
    error_en text,
    mark jsonb,
    cancel_asked boolean not null default false,
    -- When each step began.
    steps jsonb not null default '{}',
    started_at timestamptz not null,
    ended_at timestamptz
);

create index load_dataset on cs_data.load (dataset, started_at desc, id desc);
create index load_started on cs_data.load (started_at desc, id desc);
create index load_open on cs_data.load (state) where ended_at is null;

create table cs_data.refused_row (
    load uuid not null references cs_data.load (id) on delete cascade,
    row_no bigint not null,
    line bigint not null,
    cells jsonb not null,
    faults jsonb not null,
    settled_by uuid,
    primary key (load, row_no)
);
