-- Search asks what has come since it last looked.
create index case_recorded on cs_cases.case_file (recorded_at, id);
