-- Series that the platform works out from others of the same device, as packs declare them.
create table cs_sense.derived (
    id text primary key,
    pack text not null,
    product text not null,
    body json not null,
    retired boolean not null default false,
    changed_at timestamptz not null
);
