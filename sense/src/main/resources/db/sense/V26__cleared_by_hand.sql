-- Alarms that people cleared and whose rules have yet to forget their runs.
create table cs_sense.cleared_by_hand (
    subject_kind text not null,
    subject_id text not null,
    rule text not null,
    primary key (subject_kind, subject_id, rule)
);
