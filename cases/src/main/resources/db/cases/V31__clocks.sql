-- Work calendars from packs, and every calendar that ever held: a clock that stopped counts by the one it stopped under.
create table cs_cases.work_calendar (
    id text primary key,
    pack text not null,
    spec jsonb not null,
    retired boolean not null default false
);
create table cs_cases.work_calendar_revision (
    id text not null,
    revision integer not null,
    since timestamptz not null,
    spec jsonb not null,
    primary key (id, revision)
);

-- What holds for the clocks that a step starts: {"handle": {"allowed": seconds, "working": ..., "calendar": ..., "yellow": 70, "red": 90}}.
alter table cs_cases.step add column terms jsonb;

-- Everything below is read off the steps and can be made again from them at any time.
create table cs_cases.clock (
    case_id uuid not null references cs_cases.case_file (id),
    clock text not null,
    state text not null check (state in ('running', 'suspended', 'ended')),
    entries integer not null,
    started_at timestamptz not null,
    stopped_at timestamptz,
    working boolean not null,
    allowed_s bigint,
    extended_s bigint not null,
    extensions integer not null,
    used_s bigint not null,
    yellow_at timestamptz,
    red_at timestamptz,
    due_at timestamptz,
    on_time boolean,
    next_at timestamptz,
    primary key (case_id, clock)
);
create index clock_next on cs_cases.clock (next_at) where next_at is not null;

create table cs_cases.clock_request (
    case_id uuid not null references cs_cases.case_file (id),
    seq bigint not null,
    what text not null check (what in ('suspend', 'extend')),
    stage text not null,
    asked_at timestamptz not null,
    asked_by text,
    reason text,
    more text,
    state text not null check (state in ('asked', 'granted', 'refused', 'lapsed')),
    decided_at timestamptz,
    decided_by text,
    decision text,
    primary key (case_id, seq)
);
create index clock_request_asked on cs_cases.clock_request (asked_at) where state = 'asked';

-- Who was told of which colour, once for each deadline of a clock; told is false where a case came in past it.
create table cs_cases.clock_notice (
    case_id uuid not null references cs_cases.case_file (id),
    clock text not null,
    extensions integer not null,
    colour text not null check (colour in ('yellow', 'red', 'overdue')),
    at timestamptz not null,
    told boolean not null,
    primary key (case_id, clock, extensions, colour)
);

-- The first yellow, red and due time of the clocks of a case that run; the colour it kept while suspended.
alter table cs_cases.case_file
    add column clock_yellow timestamptz,
    add column clock_red timestamptz,
    add column clock_due timestamptz,
    add column clock_held text,
    add column suspended_since timestamptz,
    add column clocked_at timestamptz;
create index case_clock_due on cs_cases.case_file (clock_due, id) where stage <> 'close';
create index case_unclocked on cs_cases.case_file (id) where clocked_at is null;

-- Steps of before get the times of their kind as it is now; the stage in which an open case is keeps the time it was given.
update cs_cases.step s
set terms = jsonb_build_object(
        s.to_stage,
        jsonb_build_object(
            'allowed', extract(epoch from (k.spec #>> array ['deadlines', s.to_stage])::interval)::bigint,
            'working', false, 'calendar', 'city', 'yellow', 70, 'red', 90))
from cs_cases.case_file c
         join cs_cases.case_kind k on k.id = c.kind
where c.id = s.case_id
  and s.from_stage <> s.to_stage
  and k.spec #>> array ['deadlines', s.to_stage] is not null;
update cs_cases.step s
set terms = jsonb_build_object(
        s.to_stage,
        jsonb_build_object(
            'allowed', extract(epoch from c.due - c.stage_since)::bigint,
            'working', false, 'calendar', 'city', 'yellow', 70, 'red', 90))
from cs_cases.case_file c
where c.id = s.case_id
  and c.stage <> 'close'
  and c.due is not null
  and s.to_stage = c.stage
  and s.from_stage <> s.to_stage
  and s.at = c.stage_since;
