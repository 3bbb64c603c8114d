-- What supporting departments do for a case beside the lead.
create table cs_cases.case_task (
    id uuid primary key,
    case_id uuid not null references cs_cases.case_file (id),
    org text not null,
    org_path text not null,
    words text not null,
    state text not null check (state in ('waiting', 'taken', 'done', 'returned', 'released')),
    asked_at timestamptz not null,
    asked_by text not null,
    task_due timestamptz,
    changed_at timestamptz not null,
    changed_by text not null,
    reason text
);
create index case_task_of on cs_cases.case_task (case_id);
create index case_task_newest on cs_cases.case_task (asked_at desc, id desc);
create unique index case_task_one on cs_cases.case_task (case_id, org) where state in ('waiting', 'taken');

-- A department says that a case is not its own; somebody above the parties decides.
create table cs_cases.case_dispute (
    id uuid primary key,
    case_id uuid not null references cs_cases.case_file (id),
    org text not null,
    proposed text,
    reason text not null,
    disputed_at timestamptz not null,
    disputed_by text not null,
    disputed_by_id uuid not null,
    state text not null check (state in ('open', 'decided')),
    ruling text,
    ruling_reason text,
    decided_at timestamptz,
    decided_by text
);
create unique index case_dispute_one on cs_cases.case_dispute (case_id) where state = 'open';
create index case_dispute_of on cs_cases.case_dispute (case_id);
create index case_dispute_newest on cs_cases.case_dispute (disputed_at desc, id desc);
