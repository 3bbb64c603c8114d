-- The packs that are installed, the files they were made of, and who owns which item.
create table cs_core.pack (
    id              text primary key,
    version         text not null,
    title           jsonb not null,
    description     jsonb not null,
    requires        text[] not null,
    content_hash    text not null,
    schemas_hash    text not null,
    applied_at      timestamptz not null,
    applied_by      uuid not null,
    applied_by_name text not null
);

create table cs_core.pack_file (
    pack_id text not null references cs_core.pack (id) on delete cascade,
    path    text not null,
    content text not null,
    primary key (pack_id, path)
);

create table cs_core.pack_item (
    section text not null,
    item_id text not null,
    pack_id text not null references cs_core.pack (id) on delete cascade,
    hash    text not null,
    json    jsonb not null,
    primary key (section, item_id)
);
create index pack_item_by_pack on cs_core.pack_item (pack_id);
