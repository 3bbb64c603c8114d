-- A report is a thing of its own: it opens a case or joins one, and stays whatever becomes of that case.
create table cs_cases.report (
    id uuid primary key,
    number text not null unique,
    code_hash text not null,
    case_id uuid not null references cs_cases.case_file (id),
    opened_case boolean not null,
    channel text not null check (channel in ('hotline', 'grid', 'resident', 'open311', 'api')),
    kind text not null,
    words text not null,
    description text,
    attributes jsonb not null default '{}',
    area_path text not null,
    outside boolean not null,
    longitude double precision,
    latitude double precision,
    address text,
    address_id text,
    seen_at timestamptz,
    reported_at timestamptz not null,
    account_id uuid,
    taken_by text,
    anonymous boolean not null,
    name_shown text,
    phone_shown text,
    name_sealed text,
    phone_sealed text,
    email_sealed text,
    phone_key text,
    media_url text
);
create index report_case on cs_cases.report (case_id, reported_at, id);
create index report_newest on cs_cases.report (reported_at desc, id desc);
create index report_phone on cs_cases.report (phone_key, reported_at desc) where phone_key is not null;
create index report_public on cs_cases.report (kind, reported_at desc) where channel in ('open311', 'resident');

-- What was said stays as it was said; only what identifies a person may be sealed anew or erased.
create function cs_cases.report_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'reports are never deleted';
    end if;
    if (to_jsonb(old) - array['name_shown', 'phone_shown', 'name_sealed', 'phone_sealed', 'email_sealed', 'phone_key'])
        is distinct from
       (to_jsonb(new) - array['name_shown', 'phone_shown', 'name_sealed', 'phone_sealed', 'email_sealed', 'phone_key']) then
        raise exception 'reports are never changed';
    end if;
    return new;
end $$;
create trigger report_stays before update or delete on cs_cases.report
    for each row execute function cs_cases.report_stays();

-- A case that turned out to be the same matter as another: it is counted with that one and can be taken out again.
alter table cs_cases.case_file add column merged_into uuid references cs_cases.case_file (id);
create index case_merged on cs_cases.case_file (merged_into) where merged_into is not null;

create table cs_cases.report_number (
    day date primary key,
    last integer not null
);

-- The key under which telephone numbers are looked up, itself sealed; there is one.
create table cs_cases.phone_key (
    id text primary key check (id = 'one'),
    sealed text not null
);

create view facts.cases_report as
select report.id::text as id,
       report.number,
       report.case_id::text as case_id,
       report.opened_case,
       report.channel,
       report.kind,
       report.area_path,
       report.outside,
       report.seen_at,
       report.reported_at,
       report.anonymous
from cs_cases.report;

create table cs_cases.report_photo (
    id uuid primary key,
    report_id uuid not null references cs_cases.report (id),
    file_id uuid not null,
    public_file_id uuid not null,
    type text not null,
    bytes bigint not null,
    taken_at timestamptz,
    longitude double precision,
    latitude double precision,
    added_at timestamptz not null,
    published boolean not null default false
);
create index report_photo_report on cs_cases.report_photo (report_id, added_at, id);
