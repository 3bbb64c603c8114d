-- Every state that a pack was brought into, so that it can be told and gone back to. It outlives the pack.
create table cs_core.pack_revision (
    pack_id      text not null,
    revision     integer not null,
    version      text not null,
    act          text not null check (act in ('installed', 'updated', 'downgraded', 'removed')),
    content_hash text not null,
    added        integer not null,
    changed      integer not null,
    removed      integer not null,
    at           timestamptz not null,
    by_id        uuid not null,
    by_name      text not null,
    primary key (pack_id, revision)
);

-- A text is kept once, however many revisions have it.
create table cs_core.pack_text (
    hash    text primary key,
    content text not null
);

create table cs_core.pack_revision_file (
    pack_id  text not null,
    revision integer not null,
    path     text not null,
    hash     text not null references cs_core.pack_text (hash),
    primary key (pack_id, revision, path),
    foreign key (pack_id, revision) references cs_core.pack_revision (pack_id, revision)
);

insert into cs_core.pack_revision
    (pack_id, revision, version, act, content_hash, added, changed, removed, at, by_id, by_name)
select id, 1, version, 'installed', content_hash,
       (select count(*) from cs_core.pack_item where pack_id = id), 0, 0, applied_at, applied_by, applied_by_name
from cs_core.pack;

insert into cs_core.pack_text (hash, content)
select distinct on (hash) hash, content
from (select encode(sha256(convert_to(content, 'UTF8')), 'hex') as hash, content from cs_core.pack_file) as text;

insert into cs_core.pack_revision_file (pack_id, revision, path, hash)
select pack_id, 1, path, encode(sha256(convert_to(content, 'UTF8')), 'hex') from cs_core.pack_file;

alter table cs_core.pack add column revision integer not null default 1;
alter table cs_core.pack alter column revision drop default;
drop table cs_core.pack_file;
