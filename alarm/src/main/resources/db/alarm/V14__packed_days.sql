-- The alarms of a day (UTC) in one row, for figures over many of them. Nothing but a shorter writing of cs_alarm.alarm: a
-- day without a row here, or with a mark, is read from the alarms themselves.
create table cs_alarm.figure_word (
    code int generated always as identity primary key,
    word text not null unique
);

create table cs_alarm.figure_day (
    day date primary key,
    form smallint not null,
    alarms int not null,
    body bytea not null
);
alter table cs_alarm.figure_day alter body set storage external;

-- An alarm of this day was changed. Marks are only added here and taken away by who packs the day, so nobody waits for them.
create table cs_alarm.figure_mark (
    seq bigint generated always as identity primary key,
    day date not null
);
create index figure_mark_day on cs_alarm.figure_mark (day);

-- What is young is not packed yet and needs no mark; the margin to the age at which days are packed is longer than any
-- transaction lasts.
create function cs_alarm.mark_figures() returns trigger language plpgsql as $$
begin
    insert into cs_alarm.figure_mark (day)
    select distinct cast(c.raised_at at time zone 'UTC' as date)
    from changed c
    where c.raised_at < now() - interval '36 hours'
       or exists (select 1 from cs_alarm.figure_day f where f.day = cast(c.raised_at at time zone 'UTC' as date));
    return null;
end;
$$;
create trigger mark_figures_of_new after insert on cs_alarm.alarm
    referencing new table as changed for each statement execute function cs_alarm.mark_figures();
create trigger mark_figures_of_changed after update on cs_alarm.alarm
    referencing new table as changed for each statement execute function cs_alarm.mark_figures();
create trigger mark_figures_of_removed after delete on cs_alarm.alarm
    referencing old table as changed for each statement execute function cs_alarm.mark_figures();

insert into cs_alarm.figure_mark (day)
select distinct cast(raised_at at time zone 'UTC' as date) from cs_alarm.alarm;
