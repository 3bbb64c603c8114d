-- A finding of data quality opens a case too, and a run of its rule that passes closes it.
alter table cs_cases.case_file drop constraint case_file_source_check;
alter table cs_cases.case_file add constraint case_file_source_check check (source in ('alarm', 'person', 'finding'));
alter table cs_cases.case_file drop constraint case_file_verified_by_check;
alter table cs_cases.case_file add constraint case_file_verified_by_check check (verified_by in ('sensor', 'officer', 'run'));
alter table cs_cases.case_file drop constraint case_file_closed_by_check;
alter table cs_cases.case_file add constraint case_file_closed_by_check check (closed_by in ('sensor', 'officer', 'run'));
alter table cs_cases.step drop constraint step_actor_check;
alter table cs_cases.step add constraint step_actor_check check (actor in ('person', 'platform', 'sensor', 'run'));
alter table cs_cases.closure drop constraint closure_closed_by_check;
alter table cs_cases.closure add constraint closure_closed_by_check check (closed_by in ('sensor', 'officer', 'run'));
alter table cs_cases.closure add column run_id uuid;

drop index cs_cases.case_one_open;
create unique index case_one_open on cs_cases.case_file (kind, subject_kind, subject_id, historical)
    where stage <> 'close' and subject_id is not null and source in ('alarm', 'finding');

create table cs_cases.case_finding (
    finding_id uuid not null,
    case_id uuid not null references cs_cases.case_file (id),
    raised_at timestamptz not null,
    raised_run uuid not null,
    settled_at timestamptz,
    settled_run uuid,
    withdrawn boolean not null default false,
    primary key (finding_id, case_id)
);
create index case_finding_case on cs_cases.case_finding (case_id);
