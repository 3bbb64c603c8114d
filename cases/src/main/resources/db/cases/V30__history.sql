-- What a case is about in the words of a tree of categories, or of the system it came from.
alter table cs_cases.case_file add column category text;
create index case_category on cs_cases.case_file (category, opened_at desc) where category is not null;

-- How a dataset holds the cases of a former system.
create table cs_cases.history (
    id text primary key,
    pack text not null,
    spec jsonb not null,
    retired boolean not null default false
);

-- The rows that the last run could not take.
create table cs_cases.history_refused (
    history text not null references cs_cases.history (id) on delete cascade,
    seq bigint generated always as identity,
    number text,
    reason_zh text not null,
    reason_en text not null,
    primary key (history, seq)
);
