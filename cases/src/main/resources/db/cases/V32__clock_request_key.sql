-- What a page of all requests is sorted by, beside the time.
alter table cs_cases.clock_request add column key uuid not null default gen_random_uuid();
create index clock_request_newest on cs_cases.clock_request (asked_at desc, key desc);
