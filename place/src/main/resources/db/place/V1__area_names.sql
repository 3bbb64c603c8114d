-- Other and former names of areas, which their own names do not show: 巴州, a town that is now part of another.
create table cs_place.area_name (
    area text not null,
    name text not null,
    former boolean not null default false,
    -- Absent for what people entered.
    pack text,
    version integer not null default 1,
    changed_at timestamptz not null,
    primary key (area, name)
);
