-- Supervision of a case: why, what answer is demanded by when, what was answered, and who was content with it.
create table cs_cases.case_supervision (
    id uuid primary key,
    case_id uuid not null references cs_cases.case_file (id),
    level smallint not null check (level between 1 and 3),
    reason text not null,
    origin text not null check (origin in ('person', 'platform')),
    state text not null check (state in ('open', 'answered', 'closed')),
    raised_at timestamptz not null,
    raised_by text,
    answer_due timestamptz not null,
    answer text,
    answered_at timestamptz,
    answered_by text,
    answered_by_id uuid,
    refused integer not null default 0,
    ended_at timestamptz,
    ended_by text,
    ending text
);
create unique index case_supervision_one on cs_cases.case_supervision (case_id) where state <> 'closed';
create index case_supervision_of on cs_cases.case_supervision (case_id);
create index case_supervision_newest on cs_cases.case_supervision (raised_at desc, id desc);

create table cs_cases.case_urge (
    id uuid primary key,
    case_id uuid not null references cs_cases.case_file (id),
    origin text not null check (origin in ('officer', 'reporter')),
    org text,
    words text not null,
    urged_at timestamptz not null,
    urged_by text
);
create index case_urge_of on cs_cases.case_urge (case_id, origin, urged_at desc);
create index case_urge_newest on cs_cases.case_urge (urged_at desc, id desc);
