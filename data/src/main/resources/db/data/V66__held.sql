-- Who let a held load through, and why.
alter table cs_data.load add column released_by text, add column release_reason text;
create index load_upload on cs_data.load ((load_order -> 'spec' ->> 'upload'));

-- The content is removed once nothing needs it; what is known of it stays.
alter table cs_data.upload add column removed_at timestamptz;
