create table cs_town.reading_hour (
    device text, product text, property text, area_path text, hour timestamptz,
    avg double precision, min double precision, max double precision, last double precision, count integer, unit text,
    primary key (hour, device, property)
);
create table cs_town.job (
    id uuid primary key, kind text, stage text, department text, area_path text, reported_at timestamptz,
    closed_at timestamptz, hours_to_close double precision, reporter text
);
create view facts.town_reading_hour as select * from cs_town.reading_hour;
create view facts.town_case as select * from cs_town.job;
