-- The run over the same rows that counted for this one.
alter table cs_data.quality_run add column counted_in uuid;
