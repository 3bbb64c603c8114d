-- Giving room back takes the whole table for itself, for which every commit of readings waits.
alter table cs_sense.block set (vacuum_truncate = false, toast.vacuum_truncate = false);
alter table cs_sense.state_log set (vacuum_truncate = false, toast.vacuum_truncate = false);
