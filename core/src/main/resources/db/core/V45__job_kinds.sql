-- A declared kind's job is queued here and claimed by any node; what only runs where it was started has no attempts.
alter table cs_core.job drop constraint job_state_check;
alter table cs_core.job add constraint job_state_check
    check (state in ('queued', 'running', 'done', 'failed', 'interrupted', 'cancelled'));
alter table cs_core.job alter column node drop not null;
alter table cs_core.job
    add column input jsonb,
    add column attempt int not null default 0,
    add column attempts int,
    add column next_at timestamptz,
    add column error_zh text,
    add column error_en text,
    add column checkpoint jsonb,
    add column only_node text,
    add column once_key text,
    add column schedule text;

-- A node that writes here is alive; that jobs hold their own rows for long must not make them look dead.
create table cs_core.node_beat (
    node text primary key,
    at   timestamptz not null
);

drop index cs_core.job_running;
alter table cs_core.job drop column heartbeat_at;
create index job_running on cs_core.job (kind) where state = 'running';
create index job_due on cs_core.job (kind, next_at, id) where state = 'queued';
create index job_ended on cs_core.job (ended_at) where ended_at is not null;
create unique index job_once on cs_core.job (once_key) where once_key is not null;

create table cs_core.job_attempt (
    job_id     uuid not null references cs_core.job (id) on delete cascade,
    attempt    int not null,
    node       text not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    outcome    text not null default 'running'
        check (outcome in ('running', 'done', 'failed', 'lost', 'released', 'cancelled')),
    error_zh   text,
    error_en   text,
    primary key (job_id, attempt)
);

create table cs_core.job_log (
    job_id  uuid not null references cs_core.job (id) on delete cascade,
    line    int not null,
    attempt int not null,
    at      timestamptz not null,
    text_zh text not null,
    text_en text not null,
    primary key (job_id, line)
);

-- What people said of a schedule, and why it failed last; when it runs is in scheduled_task.
create table cs_core.schedule (
    name           text primary key,
    paused_at      timestamptz,
    paused_by      text,
    last_error     text
);
