-- Data elements and code tables as they are now, of packs and of people.
create table cs_data.standard_item (
    kind text not null check (kind in ('element', 'codes')),
    id text not null,
    content jsonb not null,
    -- Absent for what people made.
    pack text,
    version integer not null default 1,
    retired boolean not null default false,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (kind, id)
);

-- What each of their versions was.
create table cs_data.standard_version (
    kind text not null,
    id text not null,
    version integer not null,
    -- Absent when it was removed.
    content jsonb,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (kind, id, version)
);
