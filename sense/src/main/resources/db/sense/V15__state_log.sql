-- What the rules remember after each batch, until it is noted in device_state: one row a batch, in the batch's transaction.
create table cs_sense.state_log (
    id bigint generated always as identity primary key,
    body bytea not null
);
alter table cs_sense.state_log alter column body set storage external;

alter table cs_sense.device_state add column remembered bytea;

-- Several writers count at a time and must not wait for each other.
alter table cs_sense.counter add column writer smallint not null default 0;
alter table cs_sense.counter drop constraint counter_pkey;
alter table cs_sense.counter add primary key (door, writer);
