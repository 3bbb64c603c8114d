-- What a definition was before it was changed.
create table cs_data.dataset_version (
    dataset text not null references cs_data.dataset (id) on delete cascade,
    version integer not null,
    definition jsonb not null,
    changed_at timestamptz not null,
    primary key (dataset, version)
);

insert into cs_data.dataset_version (dataset, version, definition, changed_at)
select id, version, definition, changed_at from cs_data.dataset;
