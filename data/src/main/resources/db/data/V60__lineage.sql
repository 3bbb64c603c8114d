-- Every step of lineage that was ever seen, with when it was: what breaks today, and where a number came from a year ago.
create table cs_data.lineage_edge (
    from_kind text not null,
    from_id text not null,
    from_field text not null,
    to_kind text not null,
    to_id text not null,
    to_field text not null,
    how text not null,
    maker_kind text not null,
    maker_id text not null,
    maker_version text not null,
    title_zh text not null,
    title_en text not null,
    owner text not null,
    page text,
    since timestamptz not null,
    until timestamptz
);
create unique index lineage_edge_now on cs_data.lineage_edge
    (from_kind, from_id, from_field, to_kind, to_id, to_field, how, maker_kind, maker_id, maker_version)
    where until is null;
create index lineage_edge_time on cs_data.lineage_edge (since, until);
