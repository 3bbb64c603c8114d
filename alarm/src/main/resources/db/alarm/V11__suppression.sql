-- Why alarms do not count: maintenance windows, what depends on what, storms.
create table cs_alarm.maintenance (
    id uuid primary key,
    area_path text not null,
    area text,
    rule_id text,
    subject_kind text,
    subject_id text,
    tag text,
    starts_at timestamptz not null,
    ends_at timestamptz,
    days smallint[] not null default '{}',
    day_from time,
    day_to time,
    reason text not null,
    created_by text not null,
    created_at timestamptz not null,
    ended_at timestamptz,
    ended_by text,
    version bigint not null default 1,
    check (ends_at is null or ends_at > starts_at),
    check ((cardinality(days) > 0) = (day_from is not null)),
    check ((day_from is null) = (day_to is null)),
    check (ends_at is not null or day_from is not null),
    check ((subject_kind is null) = (subject_id is null))
);
create index maintenance_newest on cs_alarm.maintenance (starts_at desc, id desc);

create table cs_alarm.dependency (
    id text primary key,
    pack text,
    subject_kind text not null,
    subject_id text not null,
    parent_kind text not null,
    parent_id text not null,
    rules text[] not null default '{}',
    created_by text not null,
    created_at timestamptz not null,
    unique (subject_kind, subject_id, parent_kind, parent_id)
);
create index dependency_parent on cs_alarm.dependency (parent_kind, parent_id);
create index dependency_newest on cs_alarm.dependency (created_at desc, id desc);
create index alarm_child on cs_alarm.alarm (parent_kind, parent_id) where cleared_at is null and parent_kind is not null;

create table cs_alarm.storm (
    id uuid primary key,
    scope text not null check (scope in ('rule', 'area')),
    key text not null,
    title_zh text not null,
    title_en text not null,
    severity smallint not null,
    root_alarm uuid not null references cs_alarm.alarm (id),
    root_kind text not null,
    root_id text not null,
    root_why text not null check (root_why in ('parent', 'commonest', 'earliest')),
    area_path text not null,
    started_at timestamptz not null,
    ended_at timestamptz
);
create unique index storm_open on cs_alarm.storm (scope, key) where ended_at is null;
create index storm_newest on cs_alarm.storm (started_at desc, id desc);
drop index cs_alarm.alarm_storm;
create index alarm_storm on cs_alarm.alarm (storm_id, recorded_at) where storm_id is not null;
