-- A dispute whose case was closed otherwise is not decided any more; the platform, too, releases tasks.
alter table cs_cases.case_dispute drop constraint case_dispute_state_check;
alter table cs_cases.case_dispute add constraint case_dispute_state_check check (state in ('open', 'decided', 'lapsed'));
alter table cs_cases.case_task alter column changed_by drop not null;
create index case_task_open on cs_cases.case_task (org_path) where state in ('waiting', 'taken');
