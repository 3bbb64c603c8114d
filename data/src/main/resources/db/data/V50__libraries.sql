-- Base libraries: what they are, the rows that take part, what holds them together, and the records they make.
create table cs_data.library (
    id text primary key,
    number int generated always as identity unique,
    pack text,
    definition jsonb not null,
    version int not null default 1,
    retired boolean not null default false,
    changed_at timestamptz not null
);

create table cs_data.library_source (
    number int generated always as identity primary key,
    library text not null references cs_data.library,
    id text not null,
    pack text,
    definition jsonb not null,
    version int not null default 1,
    retired boolean not null default false,
    changed_at timestamptz not null,
    -- What was read last: the revision of the dataset, and what it gave.
    revision int,
    read_with text,
    read_at timestamptz,
    rows bigint not null default 0,
    members bigint not null default 0,
    refused bigint not null default 0,
    unreadable bigint not null default 0,
    note_zh text,
    note_en text,
    unique (library, id)
);

-- A row of a source after standardisation. keys and blocks are hashes, keys 0 where the row has none.
create table cs_data.library_member (
    id bigint primary key,
    library int not null,
    source int not null,
    row_key text not null,
    key_hash bigint not null,
    content bigint not null,
    revision int not null,
    changed_at bigint,
    vals text[] not null,
    keys bigint[] not null,
    blocks bigint[] not null,
    unique (source, key_hash)
);
create sequence cs_data.library_member_id;

-- Where rows meet: slot 0.. are exact keys, 100 blocks of rows without identity, 101 blocks of rows with one.
create table cs_data.library_key (
    library int not null,
    slot smallint not null,
    hash bigint not null,
    member bigint not null,
    primary key (library, slot, hash, member)
);

-- Pairs that a rule holds for one thing (verdict 1) or perhaps for one (2).
create table cs_data.library_link (
    library int not null,
    a bigint not null,
    b bigint not null,
    rule smallint not null,
    score real not null,
    parts real[] not null,
    verdict smallint not null,
    refusal text,
    primary key (a, b),
    check (a < b)
);
create index library_link_b on cs_data.library_link (b);
create index library_link_review on cs_data.library_link (library, score desc) where verdict = 2 or refusal is not null;

create table cs_data.library_membership (
    member bigint primary key,
    library int not null,
    record bigint not null
);
create index library_membership_record on cs_data.library_membership (record);

-- A golden record: for each field its value and the member that gave it.
create table cs_data.library_record (
    id bigint primary key,
    library int not null,
    label text not null,
    vals text[] not null,
    origins bigint[] not null,
    members int not null,
    sources text not null,
    made_by bigint not null,
    changed_by bigint not null,
    changed_at timestamptz not null,
    gone_into bigint,
    gone boolean not null default false,
    dirty boolean not null default true
);
create sequence cs_data.library_record_id;
create index library_record_list on cs_data.library_record (library, id) where not gone;
create index library_record_label on cs_data.library_record (library, label text_pattern_ops) where not gone;
create index library_record_dirty on cs_data.library_record (library, id) where dirty;

-- What became of records that were there before.
create table cs_data.library_event (
    id bigint generated always as identity primary key,
    library int not null,
    record bigint not null,
    other bigint,
    kind text not null,
    rows text[] not null,
    build bigint,
    at timestamptz not null
);
create index library_event_record on cs_data.library_event (record, id);

create table cs_data.library_decision (
    id bigint generated always as identity primary key,
    library int not null,
    kind text not null check (kind in ('together', 'apart', 'allow')),
    slot smallint,
    hash bigint,
    shown text not null,
    note text not null,
    account uuid not null,
    who text not null,
    at timestamptz not null,
    revoked_at timestamptz,
    revoked_by text
);
create index library_decision_list on cs_data.library_decision (library, id);
create table cs_data.library_decision_row (
    decision bigint not null references cs_data.library_decision,
    side smallint not null,
    source int not null,
    key_hash bigint not null,
    row_key text not null,
    primary key (decision, side, source, key_hash)
);
create index library_decision_row_of on cs_data.library_decision_row (source, key_hash);

-- Rows whose place is to be found anew: rematch also compares them anew.
create table cs_data.library_touched (
    library int not null,
    member bigint not null,
    rematch boolean not null,
    primary key (library, member)
);
create table cs_data.library_touched_record (
    library int not null,
    record bigint not null,
    primary key (library, record)
);

create table cs_data.library_build (
    id bigint generated always as identity primary key,
    library int not null,
    kind text not null,
    state text not null,
    job uuid,
    started_at timestamptz not null,
    ended_at timestamptz,
    counts jsonb not null default '{}',
    notes jsonb not null default '[]'
);
create index library_build_list on cs_data.library_build (library, id desc);

-- Values of exact keys that too many rows have, and rows of one key value that identity keys hold apart.
create table cs_data.library_oddity (
    library int not null,
    kind text not null,
    slot smallint not null,
    hash bigint not null,
    member bigint not null,
    other bigint,
    number int not null,
    primary key (library, kind, slot, hash, member)
);
