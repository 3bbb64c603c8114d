alter table cs_data.standard_item drop constraint standard_item_kind_check;
alter table cs_data.standard_item add constraint standard_item_kind_check check (kind in ('element', 'codes', 'tag'));

-- Which rows of a dataset a tag holds for, by their key.
create table cs_data.tag_mark (
    tag text not null,
    dataset text not null,
    row_key text not null,
    area_path text,
    -- Since when the row has had it without a break.
    since timestamptz not null,
    run bigint not null,
    primary key (tag, row_key)
);
create index tag_mark_row on cs_data.tag_mark (dataset, row_key);

create table cs_data.tag_run (
    id bigint generated always as identity primary key,
    tag text not null,
    version integer not null,
    cause text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    rows_tagged bigint,
    rows_gained bigint,
    rows_lost bigint,
    error text
);
create index tag_run_tag on cs_data.tag_run (tag, id desc);

-- How often a tag was asked for, a day.
create table cs_data.tag_use (
    tag text not null,
    day date not null,
    reads bigint not null,
    rows bigint not null,
    last_at timestamptz not null,
    primary key (tag, day)
);

create view facts.data_tag as
select tag, dataset, row_key, area_path, since from cs_data.tag_mark;
