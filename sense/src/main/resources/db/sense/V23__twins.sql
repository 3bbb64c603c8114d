-- What people want of a device and what it says of itself, by name.
create table cs_sense.twin (
    device integer not null references cs_sense.device (id),
    name text not null,
    desired jsonb,
    desired_at timestamptz,
    desired_by text,
    sent_at timestamptz,
    reported jsonb,
    reported_at timestamptz,
    primary key (device, name)
);

create table cs_sense.twin_version (
    device integer primary key references cs_sense.device (id),
    version bigint not null
);
