-- A rule may hold from a severity on, within or outside working hours, and may name several departments to choose from.
alter table cs_cases.dispatch_rule
    add column severity_at_least integer,
    add column hours text check (hours in ('working', 'off')),
    add column calendar text not null default 'city',
    add column candidates text[] not null default '{}',
    add column by_duty boolean not null default false;
update cs_cases.dispatch_rule set candidates = array[department];
alter table cs_cases.dispatch_rule alter column department drop not null;
create index case_load on cs_cases.case_file (department) where stage = 'handle';
