-- Search looks for the records that changed since it looked last.
create index library_record_changed on cs_data.library_record (changed_at, id);
