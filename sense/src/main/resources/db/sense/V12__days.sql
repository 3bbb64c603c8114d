-- Days of the city, made of its hours once they are over, and anew when something late came.
create table cs_sense.day (
    series integer not null,
    day date not null,
    count bigint not null,
    sum double precision not null,
    min double precision not null,
    max double precision not null,
    last double precision not null,
    last_time timestamptz not null,
    primary key (series, day)
);

-- Days whose hours have changed since.
create table cs_sense.day_due (
    series integer not null,
    day date not null,
    primary key (series, day)
);
create index day_due_day on cs_sense.day_due (day);

-- Hours of former releases make days, too.
insert into cs_sense.day_due (series, day)
select distinct series, (hour at time zone 'UTC')::date + d from cs_sense.hour, generate_series(-1, 1) d;
