-- What handlers photograph at the place, before and after; the same picture is kept once.
create table cs_cases.case_photo (
    id uuid primary key,
    case_id uuid not null references cs_cases.case_file (id),
    moment text not null check (moment in ('before', 'after')),
    digest text not null,
    file_id uuid not null,
    type text not null,
    bytes bigint not null,
    taken_at timestamptz,
    longitude double precision,
    latitude double precision,
    placed_by text check (placed_by in ('camera', 'phone')),
    added_by uuid not null,
    added_by_name text not null,
    added_at timestamptz not null,
    unique (case_id, moment, digest)
);
