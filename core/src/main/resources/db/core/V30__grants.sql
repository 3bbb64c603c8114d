-- A role is given for a part of the city, so one account may do one thing here and another there.
alter table cs_core.account_role drop constraint account_role_pkey;
alter table cs_core.account_role add column area_code text;
alter table cs_core.account_role add column organisation_code text;

update cs_core.account_role given
   set area_code = account.area_code
  from cs_core.account
 where account.id = given.account_id;

create unique index account_role_once on cs_core.account_role
    (account_id, role_id, coalesce(area_code, ''), coalesce(organisation_code, ''));
create index account_role_role on cs_core.account_role (role_id);

-- The organisation stays: it is where the person belongs, whatever he may do.
alter table cs_core.account drop column area_code;
