-- Where a device is in its life, beside retired; what it hangs on; what it was before it is described anew (its version).
alter table cs_sense.device
    add column stage text not null default 'active' check (stage in ('planned', 'active', 'maintenance')),
    add column parent text,
    add column version integer not null default 1;
create index device_parent on cs_sense.device (parent) where parent is not null;

-- A property that changes its type goes on in a new series: readings of two types are never mixed.
alter table cs_sense.series add column type text, add column former_since timestamptz;
update cs_sense.series s set type = p ->> 'type'
from cs_sense.device d
join cs_sense.product pr on pr.id = d.product
cross join jsonb_array_elements(pr.body -> 'properties') p
where d.id = s.device and p ->> 'id' = s.property;
alter table cs_sense.series drop constraint series_device_property_key;
create unique index series_current on cs_sense.series (device, property) where former_since is null;
create index series_device on cs_sense.series (device);
