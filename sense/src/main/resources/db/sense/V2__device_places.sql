-- Where the area of a device lay before: readings of those days stay with the tree of those days.
create table cs_sense.device_place (
    device integer not null references cs_sense.device (id),
    area_path text not null,
    since timestamptz not null,
    until timestamptz not null,
    primary key (device, until)
);

create function cs_sense.keep_former_place() returns trigger language plpgsql as $$
begin
    insert into cs_sense.device_place (device, area_path, since, until)
    values (old.id, old.area_path,
        coalesce((select max(until) from cs_sense.device_place where device = old.id), '-infinity'), new.changed_at)
    on conflict (device, until) do nothing;
    return new;
end
$$;

-- Who had no area was nowhere; what was measured there belongs to where the device is found to be.
create trigger keep_former_place before update of area_path on cs_sense.device
    for each row when (old.area_path <> new.area_path and old.area_path <> '/')
    execute function cs_sense.keep_former_place();

create or replace view facts.sense_reading_hour as
select d.code as device, d.product, s.property, coalesce(p.area_path, d.area_path) as area_path, h.hour,
       h.sum / h.count as avg, h.min, h.max, h.last, h.count, s.unit
from cs_sense.hour h
join cs_sense.series s on s.id = h.series
join cs_sense.device d on d.id = s.device
left join cs_sense.device_place p on p.device = d.id and h.hour >= p.since and h.hour < p.until;

-- Search asks what has changed since it last looked.
create index device_changed on cs_sense.device (changed_at);
