create table cs_core.role (
    id text primary key,
    title_zh text not null,
    title_en text not null,
    permissions text[] not null,
    pack_id text,
    retired boolean not null default false
);

insert into cs_core.role (id, title_zh, title_en, permissions)
values ('administrator', '系统管理员', 'Administrator', array['*']);

create table cs_core.account (
    id uuid primary key,
    name text not null,
    -- The name in lower case: two people must not differ by case only.
    name_key text not null unique,
    display_name text not null,
    -- Absent for accounts that are used by API token only.
    password_hash text,
    area_code text,
    organisation_code text,
    created_at timestamptz not null
);

create table cs_core.account_role (
    account_id uuid not null references cs_core.account (id),
    role_id text not null references cs_core.role (id),
    primary key (account_id, role_id)
);

-- Secrets are kept as SHA-256 only: they are random and long, so a slow hash would add nothing.
create table cs_core.session (
    secret_hash bytea primary key,
    account_id uuid not null references cs_core.account (id),
    created_at timestamptz not null,
    expires_at timestamptz not null
);

create index session_expires_at on cs_core.session (expires_at);

create table cs_core.api_token (
    id uuid primary key,
    account_id uuid not null references cs_core.account (id),
    label text not null,
    secret_hash bytea not null unique,
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used timestamptz,
    revoked_at timestamptz
);

create index api_token_account on cs_core.api_token (account_id, created_at);
