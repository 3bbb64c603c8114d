-- Who was connected from when to when, and why it ended. Without an end it is connected now.
create table cs_sense.link (
    id uuid primary key,
    device integer not null,
    door text not null,
    address text not null,
    client text not null,
    protocol text not null,
    opened_at timestamptz not null,
    closed_at timestamptz,
    reason text,
    detail text
);
create index link_device on cs_sense.link (device, opened_at desc, id desc);
create index link_open on cs_sense.link (id) where closed_at is null;
create index link_age on cs_sense.link (opened_at);

-- Devices whose flapping alarm is open.
create table cs_sense.flapping (
    device integer primary key,
    since timestamptz not null
);
