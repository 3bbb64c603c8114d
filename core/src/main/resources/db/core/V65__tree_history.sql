-- A boundary is kept once, however many versions show it. In WGS-84; the datum is the one it came in.
create table cs_core.boundary (
    id text primary key,
    geometry jsonb not null,
    datum text not null
);

-- Both trees as they are now. What is closed stays: figures and paths of former days name it.
create table cs_core.tree_node (
    tree text not null,
    code text not null,
    name_zh text not null,
    name_en text not null,
    kind text not null,
    parent text,
    path text not null,
    area_code text,
    boundary_id text references cs_core.boundary (id),
    -- Absent for what people made: only they change it then, else only the pack.
    pack_id text,
    closed boolean not null default false,
    version integer not null default 0,
    primary key (tree, code)
);

create table cs_core.tree_change (
    id uuid primary key,
    tree text not null,
    kind text not null,
    at timestamptz not null,
    account uuid,
    who text not null,
    reason text not null,
    nodes integer not null
);

create index tree_change_at on cs_core.tree_change (tree, at desc, id desc);

-- What a node was from when to when. From -infinity: it was there before histories were kept.
create table cs_core.tree_node_version (
    tree text not null,
    code text not null,
    version integer not null,
    name_zh text not null,
    name_en text not null,
    kind text not null,
    parent text,
    path text not null,
    area_code text,
    boundary_id text references cs_core.boundary (id),
    pack_id text,
    valid_from timestamptz not null,
    valid_to timestamptz,
    change_id uuid references cs_core.tree_change (id),
    ended_by uuid references cs_core.tree_change (id),
    primary key (tree, code, version)
);

create unique index tree_node_version_open on cs_core.tree_node_version (tree, code) where valid_to is null;
create index tree_node_version_change on cs_core.tree_node_version (change_id);
create index tree_node_version_ended on cs_core.tree_node_version (ended_by);

-- Which node took over from which when it was closed.
create table cs_core.tree_succession (
    tree text not null,
    predecessor text not null,
    successor text not null,
    -- The change is written last.
    change_id uuid not null references cs_core.tree_change (id) deferrable initially deferred,
    primary key (tree, predecessor, successor)
);

insert into cs_core.boundary (id, geometry, datum)
select distinct on (1) encode(sha256(convert_to('wgs84' || boundary::text, 'UTF8')), 'hex'), boundary, 'wgs84'
from cs_core.area
where boundary is not null;

insert into cs_core.tree_node (tree, code, name_zh, name_en, kind, parent, path, boundary_id, pack_id, closed, version)
select 'area', code, name_zh, name_en, kind, parent, path,
       case when boundary is not null
           then encode(sha256(convert_to('wgs84' || boundary::text, 'UTF8')), 'hex') end,
       pack_id, retired, 1
from cs_core.area;

insert into cs_core.tree_node (tree, code, name_zh, name_en, kind, parent, path, area_code, pack_id, closed, version)
select 'organisation', code, name_zh, name_en, kind, parent, path, area_code, pack_id, retired, 1
from cs_core.organisation;

insert into cs_core.tree_node_version (tree, code, version, name_zh, name_en, kind, parent, path, area_code, boundary_id,
    pack_id, valid_from, valid_to)
select tree, code, 1, name_zh, name_en, kind, parent, path, area_code, boundary_id, pack_id, '-infinity',
       case when closed then now() end
from cs_core.tree_node;

drop table cs_core.area;
drop table cs_core.organisation;
