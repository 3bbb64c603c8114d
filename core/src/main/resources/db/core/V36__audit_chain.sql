-- The audit by months, chained: each entry waits in audit_waiting until it is sealed into audit_link.
drop trigger audit_rows_stay on cs_core.audit;
drop trigger audit_table_stays on cs_core.audit;
alter table cs_core.audit rename to audit_former;
alter index cs_core.audit_at rename to audit_former_at;
alter index cs_core.audit_event rename to audit_former_event;
alter index cs_core.audit_who rename to audit_former_who;
alter index cs_core.audit_pkey rename to audit_former_pkey;

create table cs_core.audit (
    id uuid not null,
    at timestamptz not null,
    account_id uuid,
    who text not null,
    event text not null,
    outcome text not null,
    code text,
    details jsonb not null,
    address text,
    things text[] not null,
    primary key (at, id)
) partition by range (at);

create index audit_event on cs_core.audit (event text_pattern_ops, at desc, id desc);
create index audit_who on cs_core.audit (who, at desc, id desc);
create index audit_account on cs_core.audit (account_id, at desc, id desc);
create index audit_things on cs_core.audit using gin (things);

create trigger audit_rows_stay before update or delete on cs_core.audit
for each row execute function cs_core.audit_is_append_only();

create trigger audit_table_stays before truncate on cs_core.audit
for each statement execute function cs_core.audit_is_append_only();

-- Entries of a clock that runs far off; nothing is refused for want of a partition.
create table cs_core.audit_other partition of cs_core.audit default;

create trigger audit_table_stays before truncate on cs_core.audit_other
for each statement execute function cs_core.audit_is_append_only();

create function cs_core.audit_month(month date) returns boolean language plpgsql as $$
declare
    part text := 'audit_' || to_char(month, 'YYYY_MM');
    since timestamptz := date_trunc('month', month)::timestamp at time zone 'UTC';
    until timestamptz := (date_trunc('month', month) + interval '1 month')::timestamp at time zone 'UTC';
begin
    if to_regclass('cs_core.' || part) is not null then
        return false;
    end if;
    if exists (select from cs_core.audit_other where at >= since and at < until) then
        return false;
    end if;
    execute format('create table cs_core.%I partition of cs_core.audit for values from (%L) to (%L)', part, since, until);
    execute format('create trigger audit_table_stays before truncate on cs_core.%I '
        || 'for each statement execute function cs_core.audit_is_append_only()', part);
    return true;
end
$$;

create table cs_core.audit_waiting (
    id uuid primary key,
    at timestamptz not null
);

create table cs_core.audit_link (
    number bigint primary key,
    at timestamptz not null,
    entry uuid not null,
    sealed_at timestamptz not null,
    algorithm text not null,
    content bytea not null,
    parts bytea not null,
    hash bytea not null
);

create index audit_link_entry on cs_core.audit_link (entry);
create index audit_link_at on cs_core.audit_link (at);

create trigger audit_link_rows_stay before update or delete on cs_core.audit_link
for each row execute function cs_core.audit_is_append_only();

create trigger audit_link_table_stays before truncate on cs_core.audit_link
for each statement execute function cs_core.audit_is_append_only();

do $$
declare
    month date;
begin
    for month in
        select generate_series(
            date_trunc('month', coalesce((select min(at) from cs_core.audit_former), now()) at time zone 'UTC'),
            date_trunc('month', now() at time zone 'UTC') + interval '3 months',
            interval '1 month')::date
    loop
        perform cs_core.audit_month(month);
    end loop;
end
$$;

insert into cs_core.audit (id, at, account_id, who, event, outcome, code, details, address, things)
select id, at, account_id, who, event, outcome, code, details, address,
    array(select distinct thing from (
        select ':' || value as thing from jsonb_each_text(details)
        union all
        select key || ':' || value from jsonb_each_text(details)
        union all
        select split_part(event, '.', 1) || ':' || (details ->> 'id') where details ? 'id') as named
        where length(thing) <= 120 order by thing)
from cs_core.audit_former order by at, id;

insert into cs_core.audit_waiting (id, at) select id, at from cs_core.audit;

drop table cs_core.audit_former;
