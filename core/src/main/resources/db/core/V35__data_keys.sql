create table cs_core.data_key (
    number integer primary key,
    algorithm text not null,
    master text not null,
    wrapped bytea not null,
    made_at timestamptz not null
);
