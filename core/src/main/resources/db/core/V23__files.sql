-- Photos and documents, in pieces so that none has to fit into memory at once.
create table cs_core.file (
    id        uuid primary key,
    name      text not null,
    type      text not null,
    bytes     bigint not null,
    sha256    text not null,
    stored_at timestamptz not null
);

create table cs_core.file_piece (
    file_id uuid not null,
    n       int not null,
    content bytea not null,
    primary key (file_id, n)
);
-- Photos do not get smaller by being compressed once more.
alter table cs_core.file_piece alter column content set storage external;
