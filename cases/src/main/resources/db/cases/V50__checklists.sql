-- What was ticked of the checklists of kinds, and taken back: lines are only ever added.
create table cs_cases.checklist_mark (
    case_id uuid not null references cs_cases.case_file (id),
    seq bigint generated always as identity,
    stage text not null,
    item text not null,
    words_zh text not null,
    words_en text not null,
    done boolean not null,
    at timestamptz not null,
    person_id uuid not null,
    person text not null,
    note text,
    primary key (case_id, seq)
);
