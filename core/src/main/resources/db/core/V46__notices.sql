create table cs_core.notice_rule (
    id      text primary key,
    pack_id text not null,
    matter  text not null,
    body    jsonb not null,
    retired boolean not null default false
);
create index notice_rule_matter on cs_core.notice_rule (matter) where not retired;

create table cs_core.notice (
    id        uuid primary key,
    matter    text not null,
    fold_key  text not null,
    severity  smallint not null check (severity between 1 and 4),
    title_zh  text not null,
    title_en  text not null,
    text_zh   text not null,
    text_en   text not null,
    page      text,
    area_path text not null,
    rule      text,
    step      int not null,
    -- The same for all rules that one event met, so that who is named by two of them counts it once.
    occurrence uuid not null,
    at        timestamptz not null
);
create index notice_at on cs_core.notice (at);

-- What a person has to read. A repeat of what he has not read yet only counts.
create table cs_core.notice_inbox (
    id         uuid primary key,
    account_id uuid not null,
    notice_id  uuid not null,
    fold_key   text not null,
    severity   smallint not null,
    at         timestamptz not null,
    times      int not null default 1,
    read_at    timestamptz
);
create index notice_inbox_newest on cs_core.notice_inbox (account_id, at desc, id desc);
create unique index notice_inbox_unread on cs_core.notice_inbox (account_id, fold_key) where read_at is null;

-- What has to leave the house, and what became of it. Addresses are sealed; those of accounts stand with the person.
create table cs_core.notice_delivery (
    id            uuid primary key,
    notice_id     uuid not null,
    channel       text not null check (channel in ('email', 'webhook')),
    account_id    uuid,
    webhook_id    text,
    address       text,
    shown         text not null,
    target        text not null,
    fold_key      text not null,
    severity      smallint not null,
    state         text not null default 'waiting' check (state in ('waiting', 'sent', 'dead', 'dropped')),
    times         int not null default 1,
    attempts      int not null default 0,
    next_at       timestamptz not null,
    claimed_until timestamptz,
    error         text,
    created_at    timestamptz not null,
    sent_at       timestamptz
);
create index notice_delivery_newest on cs_core.notice_delivery (created_at desc, id desc);
create index notice_delivery_due on cs_core.notice_delivery (channel, next_at) where state = 'waiting';
create index notice_delivery_dead on cs_core.notice_delivery (created_at desc, id desc) where state = 'dead';
create index notice_delivery_fold on cs_core.notice_delivery (target, fold_key, created_at desc);

create table cs_core.notice_preference (
    account_id uuid primary key,
    language   text not null check (language in ('zh', 'en')),
    email      text,
    email_on   boolean not null,
    quiet_from time,
    quiet_to   time,
    version    bigint not null
);

create table cs_core.webhook (
    id         text primary key,
    title      text not null,
    url        text not null,
    secret     text not null,
    enabled    boolean not null default true,
    version    bigint not null default 1,
    created_at timestamptz not null
);
