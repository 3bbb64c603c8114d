-- Stretches of time whose readings were dropped; whatever is sent again of them is in the hours already.
create table cs_sense.dropped (
    series integer not null,
    first bigint not null,
    last bigint not null,
    primary key (series, first)
);
