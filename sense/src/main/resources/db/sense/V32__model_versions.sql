-- Every state of a product that a pack has brought.
create table cs_sense.product_version (
    product text not null references cs_sense.product (id),
    version integer not null,
    pack text,
    body jsonb not null,
    at timestamptz not null,
    primary key (product, version)
);
insert into cs_sense.product_version (product, version, pack, body, at)
select id, 1, pack, body, changed_at from cs_sense.product;
