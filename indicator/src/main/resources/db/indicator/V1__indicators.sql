create table cs_indicator.table_definition (
    id text primary key,
    pack text not null,
    definition jsonb not null
);

create table cs_indicator.definition (
    id text primary key,
    pack text not null,
    definition jsonb not null,
    title_zh text not null,
    title_en text not null,
    theme text,
    unit text not null,
    grain text not null,
    target double precision,
    better text,
    sensitivity smallint not null,
    retired boolean not null default false,
    -- Values of this definition have been computed over all that the dataset held when it changed.
    caught_up boolean not null default false,
    changed_at timestamptz not null
);

-- One row tells every node whether what it holds compiled is still what packs declare.
create table cs_indicator.catalogue (
    one boolean primary key default true check (one),
    version bigint not null
);
insert into cs_indicator.catalogue (version) values (1);

create table cs_indicator.value (
    indicator text not null references cs_indicator.definition (id),
    start timestamptz not null,
    key text not null,
    dimension text not null,
    member text not null,
    area_path text not null,
    value double precision,
    attributes jsonb not null,
    parts jsonb not null,
    coverage double precision not null,
    count bigint not null,
    revision integer not null default 1,
    computed_at timestamptz not null,
    primary key (indicator, key, start)
);
create index value_by_time on cs_indicator.value (indicator, start desc, key desc);

create table cs_indicator.former_value (
    indicator text not null,
    start timestamptz not null,
    key text not null,
    revision integer not null,
    value double precision,
    attributes jsonb not null,
    coverage double precision not null,
    count bigint not null,
    computed_at timestamptz not null,
    replaced_at timestamptz not null,
    -- The period was still running, so a change was to be expected.
    preliminary boolean not null,
    area_path text not null,
    primary key (indicator, key, start, revision)
);
create index former_value_preliminary on cs_indicator.former_value (replaced_at) where preliminary;

create view facts.indicator_value as
select
    v.indicator,
    d.title_zh,
    d.title_en,
    d.theme,
    d.unit,
    d.grain,
    v.start as grain_start,
    v.dimension,
    v.member,
    v.key,
    v.area_path,
    v.value,
    d.target,
    case
        when v.value is null or d.target is null then 'none'
        when (d.better = 'lower' and v.value <= d.target) or (d.better = 'higher' and v.value >= d.target) then 'met'
        else 'missed'
    end as standing,
    v.attributes ->> 'level' as level,
    v.coverage,
    v.count,
    v.revision,
    v.computed_at
from cs_indicator.value v
join cs_indicator.definition d on d.id = v.indicator
where not d.retired and d.sensitivity < 3;
