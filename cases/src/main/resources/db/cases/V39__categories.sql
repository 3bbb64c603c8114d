-- Trees of categories from packs; a case says which category it is of by its code.
create table cs_cases.category (
    code text primary key,
    tree text not null,
    pack text not null,
    name_zh text not null,
    name_en text not null,
    parent text,
    path text not null,
    position integer not null,
    kind text,
    department text,
    retired boolean not null default false
);
create index category_path on cs_cases.category (path text_pattern_ops);
create index category_in_tree on cs_cases.category (tree, position);

create table cs_cases.category_tree (
    id text primary key,
    pack text not null,
    title_zh text not null,
    title_en text not null,
    retired boolean not null default false
);

create or replace view facts.cases_case as
select id::text as id,
       number,
       kind,
       title_zh as title,
       stage,
       severity,
       source,
       verified_by,
       rule,
       subject_kind,
       subject_id as subject,
       area_path,
       department,
       reported_at,
       opened_at,
       due,
       handled_at,
       closed_at,
       closed_by,
       round((extract(epoch from closed_at - opened_at) / 3600)::numeric, 3)::double precision as hours_to_close,
       reopened,
       late_stages,
       historical,
       case
           when case_file.closed_at is not null then (
               select closure.id::text from cs_cases.closure
               where closure.case_id = case_file.id
               order by closure.closed_at desc, closure.recorded_at desc limit 1)
       end as closure,
       category
from cs_cases.case_file
where merged_into is null;
