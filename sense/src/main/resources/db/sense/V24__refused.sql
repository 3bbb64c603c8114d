-- What the doors refused before the intake: it was not acknowledged and is in no other count.
create table cs_sense.refused (
    door text primary key,
    messages bigint not null default 0,
    values_lost bigint not null default 0
);
