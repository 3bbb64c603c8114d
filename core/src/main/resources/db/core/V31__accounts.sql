alter table cs_core.role add column version bigint not null default 1;

alter table cs_core.account
    add column version bigint not null default 1,
    add column disabled_at timestamptz,
    -- The password was set by somebody else and is to be changed at the next sign-in.
    add column must_change boolean not null default false,
    add column last_sign_in timestamptz;

create index account_newest on cs_core.account (created_at desc, id desc);

-- Passwords of the past, so that none comes back too soon.
create table cs_core.former_password (
    account_id uuid not null references cs_core.account (id),
    seq bigint generated always as identity,
    hash text not null,
    replaced_at timestamptz not null,
    primary key (account_id, seq)
);

-- Failed sign-ins by name, whether anybody has the name or not; all nodes count together.
create table cs_core.sign_in_failure (
    name_key text primary key,
    failures int not null,
    last_at timestamptz not null
);

create index sign_in_failure_last_at on cs_core.sign_in_failure (last_at);

alter table cs_core.session
    add column id uuid not null default gen_random_uuid(),
    add column last_used timestamptz,
    add column address text,
    add column device text;

create unique index session_id on cs_core.session (id);
create index session_account on cs_core.session (account_id);

-- Absent permissions mean all that the account holds; absent places mean wherever it holds them.
alter table cs_core.api_token
    add column only_permissions text[],
    add column only_area text,
    add column only_organisation text;

create table cs_core.one_time_link (
    secret_hash bytea primary key,
    purpose text not null check (purpose in ('first-administrator', 'reset-password')),
    account_id uuid references cs_core.account (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
