-- The log of readings: one row for each batch, the readings of which are in no chunk yet or not in the hours.
create table cs_sense.block (
    id bigint primary key,
    rows integer not null,
    body bytea not null,
    -- whether its readings are in the hours
    rolled boolean not null default false
);
alter table cs_sense.block alter column body set storage external;

-- Readings packed: about a thousand points of one series, which never overlap. Times in epoch microseconds.
create table cs_sense.chunk (
    series integer not null,
    first bigint not null,
    last bigint not null,
    count integer not null,
    body bytea not null,
    primary key (series, first)
) with (toast_tuple_target = 8160);
alter table cs_sense.chunk alter column body set storage external;

-- Readings of former releases stand in cs_sense.reading until they are packed, partition by partition.
drop function cs_sense.make_month(timestamptz);
