-- What kinds of devices there are. The body is the pack's item as written.
create table cs_sense.product (
    id text primary key,
    pack text,
    body jsonb not null,
    max_silence_ms bigint,
    retired boolean not null default false,
    changed_at timestamptz not null
);

create table cs_sense.rule (
    id text primary key,
    pack text not null,
    product text not null,
    body jsonb not null,
    position integer not null,
    retired boolean not null default false,
    changed_at timestamptz not null
);

-- json, because it keeps the order of the columns.
create table cs_sense.mapping (
    id text primary key,
    pack text not null,
    body json not null,
    retired boolean not null default false,
    changed_at timestamptz not null
);

create table cs_sense.device (
    id integer generated always as identity primary key,
    code text not null unique,
    product text not null references cs_sense.product (id),
    title_zh text not null,
    title_en text not null,
    area text,
    area_path text not null default '/',
    longitude double precision,
    latitude double precision,
    owner text,
    tags jsonb not null default '{}',
    pack text,
    retired boolean not null default false,
    created_at timestamptz not null,
    changed_at timestamptz not null
);
create index device_area on cs_sense.device (area_path text_pattern_ops);
create index device_age on cs_sense.device (created_at desc, code desc);
create index device_product on cs_sense.device (product);

-- Tokens are random and long, so a plain hash is enough; the token itself is kept nowhere.
create table cs_sense.device_token (
    device integer primary key references cs_sense.device (id),
    hash bytea not null unique,
    issued_at timestamptz not null
);

-- Changes with every message: narrow, with room on the page. Memory is what the rules remember.
create table cs_sense.device_state (
    device integer primary key references cs_sense.device (id),
    last_seen timestamptz,
    silent_since timestamptz,
    memory jsonb
) with (fillfactor = 50);

create table cs_sense.series (
    id integer generated always as identity primary key,
    device integer not null references cs_sense.device (id),
    property text not null,
    unit text,
    unique (device, property)
);

-- No foreign keys from here on: these rows are written by the million and only by the intake.
create table cs_sense.reading (
    series integer not null,
    time timestamptz not null,
    seq smallint not null default 0,
    num double precision,
    text text,
    bool boolean,
    primary key (series, time, seq)
) partition by range (time);

-- Attached rather than created in place, because that does not stop readers and writers of the other months.
create function cs_sense.make_month(month timestamptz) returns void language plpgsql as $$
declare
    first timestamptz := date_trunc('month', month, 'UTC');
    after timestamptz := date_trunc('month', first + interval '32 days', 'UTC');
    name text := 'reading_' || to_char(first at time zone 'UTC', 'YYYYMM');
begin
    perform pg_advisory_xact_lock(hashtext('cs_sense.make_month'));
    if to_regclass('cs_sense.' || name) is null then
        execute format('create table cs_sense.%I (like cs_sense.reading including all)', name);
        execute format('alter table cs_sense.reading attach partition cs_sense.%I for values from (%L) to (%L)',
            name, first, after);
    end if;
end $$;

create table cs_sense.latest (
    series integer primary key,
    time timestamptz not null,
    num double precision,
    text text,
    bool boolean
) with (fillfactor = 50);

-- Truth values count as 0 and 1; texts have no hour.
create table cs_sense.hour (
    series integer not null,
    hour timestamptz not null,
    count integer not null,
    sum double precision not null,
    min double precision not null,
    max double precision not null,
    last double precision not null,
    last_time timestamptz not null,
    primary key (series, hour)
) with (fillfactor = 80);

create table cs_sense.rejection (
    id bigint generated always as identity primary key,
    device_code text not null,
    door text not null,
    at timestamptz not null,
    reason text not null,
    place text not null,
    property text,
    time timestamptz,
    detail text not null,
    lost integer not null
);
create index rejection_device on cs_sense.rejection (device_code, at desc, id desc);

-- Device '' stands for all that name no known device.
create table cs_sense.rejection_count (
    device_code text primary key,
    kept integer not null,
    values_lost bigint not null
);

create table cs_sense.counter (
    door text primary key,
    received bigint not null default 0,
    stored bigint not null default 0,
    duplicate bigint not null default 0,
    rejected bigint not null default 0,
    late bigint not null default 0,
    check (received = stored + duplicate + rejected)
);

create table cs_sense.import_run (
    key text primary key,
    product text not null,
    mapping text not null,
    name text not null,
    rows_done bigint not null,
    complete boolean not null,
    report jsonb not null,
    memories jsonb not null,
    started_at timestamptz not null,
    changed_at timestamptz not null
);

create view facts.sense_reading_hour as
select d.code as device, d.product, s.property, d.area_path, h.hour,
       h.sum / h.count as avg, h.min, h.max, h.last, h.count, s.unit
from cs_sense.hour h
join cs_sense.series s on s.id = h.series
join cs_sense.device d on d.id = s.device;
