create table cs_core.audit (
    id uuid primary key,
    at timestamptz not null,
    account_id uuid,
    who text not null,
    event text not null,
    outcome text not null,
    code text,
    details jsonb not null,
    address text
);

create index audit_at on cs_core.audit (at desc, id desc);
create index audit_event on cs_core.audit (event, at desc, id desc);
create index audit_who on cs_core.audit (who, at desc, id desc);

create function cs_core.audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is append-only: % is refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_rows_stay before update or delete on cs_core.audit
for each row execute function cs_core.audit_is_append_only();

create trigger audit_table_stays before truncate on cs_core.audit
for each statement execute function cs_core.audit_is_append_only();
