create view facts.cases_task as
select task.id::text as id,
       task.case_id::text as case_id,
       file.number as case_number,
       file.kind,
       file.area_path,
       file.department,
       task.org as asked_of,
       task.state,
       task.asked_at,
       task.task_due as due_at,
       case when task.state in ('done', 'returned', 'released') then task.changed_at end as ended_at,
       case
           when task.task_due is null or task.state in ('returned', 'released') then null
           when task.state = 'done' then task.changed_at <= task.task_due
           when task.task_due < now() then false
       end as on_time
from cs_cases.case_task task
join cs_cases.case_file file on file.id = task.case_id
where file.merged_into is null;

create view facts.cases_supervision as
select supervision.id::text as id,
       supervision.case_id::text as case_id,
       file.number as case_number,
       file.kind,
       file.area_path,
       file.department,
       supervision.level::int as level,
       supervision.origin,
       supervision.state,
       supervision.raised_at,
       supervision.answer_due as due_at,
       supervision.answered_at,
       supervision.ended_at,
       supervision.refused,
       case
           when supervision.answered_at is not null then supervision.answered_at <= supervision.answer_due
           when supervision.answer_due < coalesce(supervision.ended_at, now()) then false
       end as on_time
from cs_cases.case_supervision supervision
join cs_cases.case_file file on file.id = supervision.case_id
where file.merged_into is null;
