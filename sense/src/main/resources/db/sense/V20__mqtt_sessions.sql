-- Sessions that outlive their connections. Owner is device:<number> or program:<account>.
create table cs_sense.mqtt_session (
    id bigint generated always as identity primary key,
    owner text not null,
    client text not null,
    expiry_s bigint not null,
    subscriptions jsonb not null default '{}',
    left_at timestamptz,
    unique (owner, client)
);
create index mqtt_session_left on cs_sense.mqtt_session (left_at) where left_at is not null;

-- Messages of quality 2 that were taken and are not released yet; written with the readings.
create table cs_sense.mqtt_taken (
    session bigint not null references cs_sense.mqtt_session (id) on delete cascade,
    packet integer not null,
    primary key (session, packet)
);
