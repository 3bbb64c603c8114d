-- What a handler asks of others within his task: of a department, or of one person of it.
create table cs_cases.case_part (
    id uuid primary key,
    case_id uuid not null references cs_cases.case_file (id),
    words text not null,
    org text,
    org_path text,
    person_id uuid,
    person text,
    state text not null check (state in ('open', 'done', 'declined', 'withdrawn', 'ended')),
    part_due timestamptz,
    asked_at timestamptz not null,
    asked_by_id uuid not null,
    asked_by text not null,
    changed_at timestamptz not null,
    changed_by text,
    note text,
    check (org_path is not null or person_id is not null)
);
create index case_part_of on cs_cases.case_part (case_id, asked_at);
create index case_part_of_person on cs_cases.case_part (person_id) where state = 'open';
create index case_part_of_org on cs_cases.case_part (org_path text_pattern_ops) where state = 'open';
