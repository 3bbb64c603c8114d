-- Residents who want a daily mail of the public cases of an area; the row goes when they end it. No address stands in clear.
create table cs_cases.mail_subscription (
    id uuid primary key,
    address_sealed text not null,
    address_key text not null,
    area text,
    language text not null check (language in ('zh', 'en')),
    asked_at timestamptz not null,
    letters integer not null default 0,
    letter_due timestamptz,
    confirmed_at timestamptz,
    told_until timestamptz
);
create unique index mail_subscription_once on cs_cases.mail_subscription (address_key, coalesce(area, ''));
create index mail_subscription_letter on cs_cases.mail_subscription (letter_due) where letter_due is not null;
create index mail_subscription_told on cs_cases.mail_subscription (told_until) where confirmed_at is not null;

-- The key of the keyed hash of addresses and of the links in letters, sealed.
create table cs_cases.mailing_key (id text primary key, sealed text not null);
