-- The trace id of the request that asked for a job, for the log lines of whichever node does it.
alter table cs_core.job add column trace text;
