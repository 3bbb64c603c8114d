-- The board of the night asks what has happened since somebody looked last.
create index step_newest on cs_alarm.step (recorded_at desc);
create index alarm_waiting on cs_alarm.alarm (counts_since)
    where cleared_at is null and not historical and acknowledged_at is null and suppression is null
      and shelved_until is null;
