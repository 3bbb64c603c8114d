-- How often a derived series was worded anew, and whether its history has followed.
alter table cs_sense.derived add column version int not null default 1;

create table cs_sense.derived_version (
    derived text not null references cs_sense.derived (id),
    version int not null,
    body json not null,
    made_at timestamptz not null,
    complete_at timestamptz,
    primary key (derived, version)
);

insert into cs_sense.derived_version (derived, version, body, made_at, complete_at)
select id, 1, body, changed_at, changed_at from cs_sense.derived;

-- What has come to a series late, or to one that others take, until what depends on it is worked out anew.
-- Times in epoch microseconds, both ends in.
create table cs_sense.derived_touch (
    id bigint primary key,
    device int not null,
    property text not null,
    low bigint not null,
    high bigint not null
);
