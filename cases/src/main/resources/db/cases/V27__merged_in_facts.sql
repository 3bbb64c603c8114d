-- A case that was put aside as a duplicate is no case of its own: figures count the one it goes on with.
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
       end as closure
from cs_cases.case_file
where merged_into is null;

create or replace view facts.cases_report as
select report.id::text as id,
       report.number,
       coalesce(case_file.merged_into, case_file.id)::text as case_id,
       report.opened_case,
       report.channel,
       report.kind,
       report.area_path,
       report.outside,
       report.seen_at,
       report.reported_at,
       report.anonymous
from cs_cases.report join cs_cases.case_file on case_file.id = report.case_id;
