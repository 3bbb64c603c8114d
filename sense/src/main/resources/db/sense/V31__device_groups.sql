-- Groups of devices: a list of codes, or a query that is asked anew.
create table cs_sense.device_group (
    id text primary key,
    pack text,
    title_zh text not null,
    title_en text not null,
    devices text[] not null default '{}',
    query jsonb,
    retired boolean not null default false,
    version integer not null default 1,
    changed_at timestamptz not null
);
