-- What departments need, who must provide it, and what must not be shared.
create sequence cs_data.demand_number;

create table cs_data.demand (
    id bigint primary key default nextval('cs_data.demand_number'),
    organisation text not null,
    organisation_path text not null,
    area_path text not null,
    title text not null,
    purpose text not null,
    basis text not null,
    class_code text,
    fields jsonb not null,
    cycle text,
    needed_by date,
    state text not null check (state in ('raised', 'accepted', 'declined', 'withdrawn', 'fulfilled')),
    raised_by uuid not null,
    raised_by_name text not null,
    raised_at timestamptz not null,
    -- The entry that is to serve it, and who provides it.
    entry text,
    provider text,
    provider_path text,
    reason text,
    decided_by uuid,
    decided_by_name text,
    decided_at timestamptz,
    etag bigint not null default 1
);

create index demand_raised on cs_data.demand (raised_at desc, id desc);

create sequence cs_data.responsibility_number;

create table cs_data.responsibility (
    id bigint primary key default nextval('cs_data.responsibility_number'),
    organisation text not null,
    organisation_path text not null,
    area_path text not null,
    title text not null,
    fields jsonb not null,
    demand bigint references cs_data.demand (id),
    entry text,
    -- The version of the entry that was not enough; a later one fulfils.
    beyond_version integer not null default 0,
    due date not null,
    state text not null check (state in ('open', 'fulfilled', 'cancelled')),
    note text,
    made_by uuid not null,
    made_by_name text not null,
    made_at timestamptz not null,
    settled_at timestamptz,
    overdue_told boolean not null default false,
    etag bigint not null default 1
);

create index responsibility_made on cs_data.responsibility (made_at desc, id desc);
create index responsibility_entry on cs_data.responsibility (entry) where state = 'open';

create sequence cs_data.negative_number;

create table cs_data.negative (
    id bigint primary key default nextval('cs_data.negative_number'),
    organisation text not null,
    organisation_path text not null,
    area_path text not null,
    title text not null,
    entry text,
    -- Names or titles of fields; none means the whole.
    fields jsonb not null,
    basis text not null,
    -- Which types of sharing it forbids.
    blocks text[] not null,
    state text not null check (state in ('proposed', 'confirmed', 'refused', 'lifted')),
    made_by uuid not null,
    made_by_name text not null,
    made_at timestamptz not null,
    decided_by uuid,
    decided_by_name text,
    decided_at timestamptz,
    reason text,
    etag bigint not null default 1
);

create index negative_made on cs_data.negative (made_at desc, id desc);
