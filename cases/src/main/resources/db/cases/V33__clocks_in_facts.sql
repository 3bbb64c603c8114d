-- One row for each clock of a case: of a stage over all times that the case was in it, or of the whole.
create view facts.cases_clock as
select clock.case_id::text || '/' || clock.clock as id,
       clock.case_id::text as case_id,
       case_file.number as case_number,
       case_file.kind,
       case_file.area_path,
       case_file.department,
       clock.clock as name,
       clock.state,
       clock.entries,
       clock.started_at,
       clock.stopped_at,
       clock.working,
       round(((clock.allowed_s + clock.extended_s) / 3600.0)::numeric, 3)::double precision as allowed_hours,
       case when clock.stopped_at is not null
           then round((clock.used_s / 3600.0)::numeric, 3)::double precision end as used_hours,
       clock.extensions,
       clock.due_at,
       clock.on_time,
       case_file.historical
from cs_cases.clock join cs_cases.case_file on case_file.id = clock.case_id
where case_file.merged_into is null;
