-- The table that db-scheduler claims recurring jobs from; its columns are the library's.
create table cs_core.scheduled_task (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_task_due on cs_core.scheduled_task (execution_time);
create index scheduled_task_heartbeat on cs_core.scheduled_task (last_heartbeat);

-- Long work that somebody started and wants to watch.
create table cs_core.job (
    id               uuid primary key,
    kind             text not null,
    title_zh         text not null,
    title_en         text not null,
    state            text not null check (state in ('running', 'done', 'failed', 'interrupted', 'cancelled')),
    done             bigint not null default 0,
    total            bigint not null default 0,
    message_zh       text,
    message_en       text,
    result           jsonb,
    started_by       uuid not null,
    node             text not null,
    started_at       timestamptz not null,
    ended_at         timestamptz,
    heartbeat_at     timestamptz not null,
    cancel_requested boolean not null default false
);
create index job_by_time on cs_core.job (started_at desc, id desc);
create index job_by_starter on cs_core.job (started_by, started_at desc, id desc);
create index job_running on cs_core.job (heartbeat_at) where state = 'running';
