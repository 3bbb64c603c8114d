-- What people switched on or off, against what the pack says.
create table cs_sense.rule_switch (
    rule text primary key,
    enabled boolean not null,
    who text not null,
    at timestamptz not null
);

-- Devices on which a property is absent by a rule: the alarm is open.
create table cs_sense.absence (
    device int not null,
    rule text not null,
    since timestamptz not null,
    primary key (device, rule)
);

-- What the rules over areas and groups remember: since when the condition holds, and whether the alarm is raised.
create table cs_sense.shared_run (
    rule text not null,
    subject text not null,
    since timestamptz not null,
    raised_at timestamptz,
    primary key (rule, subject)
);
