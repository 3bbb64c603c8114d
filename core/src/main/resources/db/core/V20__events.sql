-- Events as they were emitted, and one delivery for each listener that has to hear of one.
create table cs_core.event (
    id         uuid primary key,
    type       text not null,
    key        text not null,
    payload    jsonb not null,
    emitted_at timestamptz not null
);

create table cs_core.delivery (
    seq        bigint generated always as identity primary key,
    listener   text not null,
    key        text not null,
    event_id   uuid not null,
    attempts   int not null default 0,
    next_at    timestamptz not null,
    last_error text,
    done_at    timestamptz
);

-- Only what is still to be delivered is looked at all the time; it stays small however long the history gets.
create index delivery_pending on cs_core.delivery (listener, seq) where done_at is null;
create index delivery_lane on cs_core.delivery (listener, key, seq) where done_at is null;
create index delivery_done on cs_core.delivery (done_at) where done_at is not null;
create index delivery_event on cs_core.delivery (event_id);

-- Rows change once and leave the pending indexes; their dead entries are swept early.
alter table cs_core.delivery set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
