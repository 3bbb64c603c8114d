create table cs_sense.command (
    id integer generated always as identity primary key,
    device integer not null references cs_sense.device (id),
    name text not null,
    arguments jsonb not null,
    state text not null check (state in ('queued', 'sent', 'answered', 'timed-out', 'refused')),
    timeout_ms bigint not null,
    retries integer not null,
    attempts integer not null default 0,
    created_at timestamptz not null,
    created_by text not null,
    expires_at timestamptz not null,
    sent_at timestamptz,
    deadline timestamptz,
    door text,
    -- Of what was published to a session and is not acknowledged yet.
    session bigint,
    packet integer,
    answered_at timestamptz,
    reply jsonb,
    error text
);
create index command_device on cs_sense.command (device, created_at desc, id desc);
create index command_waiting on cs_sense.command (device, id) where state = 'queued';
create index command_out on cs_sense.command (deadline) where state = 'sent';
create index command_session on cs_sense.command (session) where packet is not null;
create index command_age on cs_sense.command (created_at);
