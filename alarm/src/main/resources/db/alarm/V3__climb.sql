-- An alarm that waits for somebody to acknowledge it, and who is told next by which notice rule.
create table cs_alarm.climb (
    alarm_id uuid not null references cs_alarm.alarm (id),
    rule     text not null,
    step     int not null,
    due_at   timestamptz not null,
    primary key (alarm_id, rule)
);
create index climb_due on cs_alarm.climb (due_at);
