create view facts.cases_part as
select part.id::text as id,
       part.case_id::text as case_id,
       file.number as case_number,
       file.kind,
       file.area_path,
       file.department,
       part.org as asked_of,
       part.person_id is not null as asked_of_person,
       part.state,
       part.asked_at,
       part.part_due as due_at,
       case when part.state <> 'open' then part.changed_at end as ended_at,
       case
           when part.part_due is null or part.state in ('withdrawn', 'ended') then null
           when part.state = 'open' then case when part.part_due < now() then false end
           else part.changed_at <= part.part_due
       end as on_time
from cs_cases.case_part part
join cs_cases.case_file file on file.id = part.case_id
where file.merged_into is null;
