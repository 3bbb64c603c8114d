-- Files as people delivered them; their content lies in core's files, in parts.
create table cs_data.upload (
    id uuid primary key,
    name text not null,
    bytes bigint not null,
    sha256 text not null,
    parts uuid[] not null,
    account uuid not null,
    stored_at timestamptz not null
);
