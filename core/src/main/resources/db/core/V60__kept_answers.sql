-- Answers to requests that carried an Idempotency-Key, sealed with that key, of which only a hash is known here.
create table cs_core.kept_answer (
    id          bytea primary key,
    fingerprint bytea not null,
    answer      bytea not null,
    at          timestamptz not null
);
create index kept_answer_at on cs_core.kept_answer (at);
