-- What the rules remember in an import that is under way, device by device, because each batch changes that of a few.
create table cs_sense.import_memory (
    key text not null,
    device text not null,
    memory text not null,
    primary key (key, device)
);
