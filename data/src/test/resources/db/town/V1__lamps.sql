create table cs_town.lamp (
    id uuid primary key default gen_random_uuid(),
    name text not null,
    area_path text,
    lit boolean not null,
    power numeric,
    warmth double precision,
    flickers integer,
    seen_at timestamptz,
    installed_on date,
    keeper_phone text
);

create view facts.town_lamp as
select id, name, area_path, lit, power, warmth, flickers, seen_at, installed_on, keeper_phone from cs_town.lamp;
