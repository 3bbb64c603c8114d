-- Two cases of one matter: the duplicate is put aside with all that it was, so that it can be taken out exactly as it went in.
alter table cs_cases.case_file drop constraint case_file_closed_by_check;
alter table cs_cases.case_file add constraint case_file_closed_by_check
    check (closed_by in ('sensor', 'officer', 'run', 'merged'));

create table cs_cases.case_merge (
    id uuid primary key,
    case_id uuid not null references cs_cases.case_file (id),
    into_id uuid not null references cs_cases.case_file (id),
    merged_at timestamptz not null,
    merged_by text not null,
    reason text not null,
    before jsonb not null,
    undone_at timestamptz,
    undone_by text
);
create unique index case_merge_one on cs_cases.case_merge (case_id) where undone_at is null;
create index case_place on cs_cases.case_file (latitude, longitude) where stage <> 'close';
