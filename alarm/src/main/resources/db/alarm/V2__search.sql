-- Search asks what has come since it last looked.
create index alarm_recorded on cs_alarm.alarm (recorded_at, id);
