-- Who is on duty: a week that repeats, days on which it is otherwise, and what one shift leaves to the next.
create table cs_cases.duty_roster (
    id uuid primary key,
    org text not null,
    org_path text not null,
    area_path text not null,
    post text not null,
    role text,
    week jsonb not null,
    version integer not null default 1,
    made_at timestamptz not null,
    retired boolean not null default false
);
create unique index duty_roster_one on cs_cases.duty_roster (org, post) where not retired;
create index duty_roster_newest on cs_cases.duty_roster (made_at desc, id desc);

create table cs_cases.duty_swap (
    roster_id uuid not null references cs_cases.duty_roster (id),
    day date not null,
    shift_from time not null,
    people jsonb not null,
    reason text not null,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (roster_id, day, shift_from)
);

create table cs_cases.hand_over (
    id uuid primary key,
    roster_id uuid not null references cs_cases.duty_roster (id),
    shift_begins timestamptz not null,
    shift_ends timestamptz not null,
    words text not null,
    items jsonb not null,
    written_at timestamptz not null,
    written_by text not null,
    written_by_id uuid not null,
    taken_at timestamptz,
    taken_by text,
    remark text
);
create unique index hand_over_one on cs_cases.hand_over (roster_id, shift_begins);
create index hand_over_newest on cs_cases.hand_over (written_at desc, id desc);
