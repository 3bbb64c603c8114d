-- Lists are asked for by department, kind, area and handler among all cases of years.
create index case_of_department on cs_cases.case_file (department, opened_at desc, id desc);
create index case_of_kind on cs_cases.case_file (kind, opened_at desc, id desc);
create index case_of_area on cs_cases.case_file (area_path text_pattern_ops, opened_at desc);
create index case_of_handler on cs_cases.case_file (handler_id, opened_at desc) where handler_id is not null;
create index case_on_subject on cs_cases.case_file (subject_id) where subject_id is not null;
create index report_of_kind on cs_cases.report (kind, reported_at desc, id desc);
