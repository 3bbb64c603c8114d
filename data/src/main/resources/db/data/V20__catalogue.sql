-- The classes by which resources are coded: class 1 digit, item 2, then 3, then any number.
create table cs_data.catalogue_class (
    code text primary key check (code ~ '^[1-9]([0-9]{2}([0-9]{3}[0-9]*)?)?$'),
    title_zh text not null,
    title_en text not null,
    -- Absent for the classes that the platform comes with.
    pack_id text,
    last_number bigint not null default 0
);

insert into cs_data.catalogue_class (code, title_zh, title_en) values
    ('1', '基础信息资源', 'Base information'),
    ('101', '人口', 'Population'),
    ('102', '法人单位', 'Legal entities'),
    ('103', '自然资源和空间地理', 'Natural resources and space'),
    ('104', '社会信用', 'Social credit'),
    ('105', '电子证照', 'Electronic licences'),
    ('2', '主题信息资源', 'Themes'),
    ('201', '公共服务', 'Public services'),
    ('202', '健康保障', 'Health'),
    ('203', '社会保障', 'Social security'),
    ('204', '食品药品安全', 'Food and medicine safety'),
    ('205', '安全生产', 'Safety at work'),
    ('206', '价格监管', 'Price supervision'),
    ('207', '能源安全', 'Energy'),
    ('208', '信用体系', 'Credit system'),
    ('209', '城乡建设', 'Building town and country'),
    ('210', '社区治理', 'Communities'),
    ('211', '生态环保', 'Environment'),
    ('212', '应急维稳', 'Emergencies'),
    ('3', '部门信息资源', 'Departments'),
    ('307', '地方政务部门', 'Local departments');

create sequence cs_data.resource_number;

create table cs_data.entry (
    -- The dataset's id, or r and a number for what lies outside of the platform.
    id text primary key,
    seq bigint generated always as identity unique,
    dataset text unique,
    code text not null unique,
    organisation text not null,
    -- Of no organisation: the root.
    organisation_path text not null,
    area_path text not null,
    state text not null check (state in ('draft', 'review', 'published', 'withdrawn')),
    version integer not null default 0,
    -- What is shown: the published content, or, before there is one, the draft.
    content jsonb not null,
    -- The next version while it is written and reviewed.
    revision jsonb,
    revision_state text check (revision_state in ('draft', 'review')),
    -- Who wrote on what is to be reviewed next.
    editors uuid[] not null default '{}',
    review_note text,
    origin text not null check (origin in ('registry', 'form', 'import')),
    etag bigint not null default 1,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    submitted_at timestamptz,
    published_at timestamptz,
    -- Measured: reads in thirty days, and whether the data is older than its cycle allows.
    reads bigint not null default 0,
    newest timestamptz,
    late boolean not null default false,
    late_since timestamptz,
    measured_at timestamptz,
    -- By which a node finds what changed since it looked last.
    tx xid8 not null default pg_current_xact_id(),
    check ((revision is null) = (revision_state is null))
);

create index entry_tx on cs_data.entry (tx);
create index entry_organisation on cs_data.entry (organisation_path text_pattern_ops, changed_at desc);
create index entry_waiting on cs_data.entry (submitted_at, id) where state = 'review' or revision_state = 'review';
create index entry_changed on cs_data.entry (changed_at desc, id desc);

create function cs_data.entry_touched() returns trigger language plpgsql as
$$ begin new.tx := pg_current_xact_id(); return new; end $$;

create trigger entry_touched before update on cs_data.entry
    for each row execute function cs_data.entry_touched();

-- Entries that are gone, so that every node forgets them.
create table cs_data.entry_gone (
    id text not null,
    tx xid8 not null default pg_current_xact_id()
);

create index entry_gone_tx on cs_data.entry_gone (tx);

create table cs_data.entry_version (
    entry text not null references cs_data.entry (id) on delete cascade,
    version integer not null,
    content jsonb not null,
    organisation text not null,
    note text,
    published_at timestamptz not null,
    reviewer uuid not null,
    reviewer_name text not null,
    primary key (entry, version)
);

create table cs_data.entry_step (
    id bigint generated always as identity primary key,
    entry text not null references cs_data.entry (id) on delete cascade,
    deed text not null,
    at timestamptz not null,
    who uuid not null,
    who_name text not null,
    version integer not null,
    note text
);

create index entry_step_entry on cs_data.entry_step (entry, id);

create table cs_data.subscription (
    account uuid not null,
    entry text not null references cs_data.entry (id) on delete cascade,
    on_refresh boolean not null,
    on_version boolean not null,
    on_withdrawal boolean not null,
    made_at timestamptz not null,
    primary key (account, entry)
);

create index subscription_entry on cs_data.subscription (entry);

-- Reads by day of the city.
create table cs_data.read_day (
    dataset text not null,
    day date not null,
    kind text not null,
    reads bigint not null,
    primary key (dataset, day, kind)
);
