create table cs_core.area (
    code text primary key,
    name_zh text not null,
    name_en text not null,
    kind text not null,
    parent text,
    path text not null,
    boundary jsonb,
    pack_id text not null,
    retired boolean not null default false
);

create table cs_core.organisation (
    code text primary key,
    name_zh text not null,
    name_en text not null,
    kind text not null,
    parent text,
    path text not null,
    area_code text,
    pack_id text not null,
    retired boolean not null default false
);

-- Tells every node that what it holds in memory is out of date.
create table cs_core.tree_version (
    tree text primary key,
    version bigint not null
);

insert into cs_core.tree_version (tree, version) values ('area', 0), ('organisation', 0);
