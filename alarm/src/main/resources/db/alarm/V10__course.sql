-- What becomes of an alarm besides its state: its severity, people's work on it, and whether it counts at present.
alter table cs_alarm.alarm
    add first_severity smallint,
    add peak_severity smallint,
    add by_hand_only boolean not null default false,
    add over_at timestamptz,
    add cleared_by text,
    add clear_reason text,
    add first_acknowledged_at timestamptz,
    add counts_since timestamptz,
    add suppression text check (suppression in ('window', 'parent', 'storm')),
    add suppressor text,
    add storm_id uuid,
    add woke_at timestamptz,
    add parent_kind text,
    add parent_id text,
    add tags text[] not null default '{}',
    add shelved_until timestamptz,
    add shelved_by text,
    add shelve_reason text,
    add assignee_id uuid,
    add assignee text,
    add again_after_s double precision;

update cs_alarm.alarm
set first_severity = severity, peak_severity = severity, counts_since = recorded_at,
    first_acknowledged_at = acknowledged_at;

alter table cs_alarm.alarm
    alter first_severity set not null,
    alter peak_severity set not null,
    add check ((suppression is null) = (suppressor is null)),
    add check ((parent_kind is null) = (parent_id is null)),
    add check ((shelved_until is null) = (shelved_by is null));

alter table cs_alarm.step drop constraint step_step_check;
alter table cs_alarm.step
    add detail jsonb not null default '{}',
    add constraint step_step_check check (step in (
        'raised', 'acknowledged', 'cleared', 'severity', 'over', 'resumed', 'suppressed', 'woke', 'storm', 'commented',
        'assigned', 'shelved', 'unshelved', 'withdrawn'));
create index alarm_rule_newest on cs_alarm.alarm (rule_id, recorded_at desc) where not historical;
create index alarm_area_newest on cs_alarm.alarm (area_path text_pattern_ops, recorded_at desc) where not historical;
create index alarm_suppressed on cs_alarm.alarm (suppression, suppressor)
    where cleared_at is null and not historical and suppression is not null;
create index alarm_storm on cs_alarm.alarm (storm_id) where storm_id is not null;
create index alarm_shelved on cs_alarm.alarm (shelved_until) where cleared_at is null and shelved_until is not null;
create index alarm_assignee on cs_alarm.alarm (assignee_id) where cleared_at is null and assignee_id is not null;
