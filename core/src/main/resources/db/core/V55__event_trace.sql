-- The trace id of the request or job that an event came of, for the log lines of those who hear it.
alter table cs_core.event add column trace text;
