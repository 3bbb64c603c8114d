-- Lists are asked for by words, department, kind, area and handler among all cases of years.
-- What a text holds that can be looked up: its pairs of neighbouring characters, and each character that is a word by itself.
create function cs_cases.pairs(words text) returns text[]
    language sql immutable strict parallel safe
    as $$
        select coalesce(array_agg(distinct piece), '{}')
        from (select lower(words) as text) as lowered,
             generate_series(1, length(lowered.text)) as n,
             lateral (values (substr(lowered.text, n, 2)), (substr(lowered.text, n, 1))) as pieces (piece)
        where length(piece) = 2 or ascii(piece) > 11903
    $$;
create function cs_cases.case_pairs(number text, title_zh text, title_en text) returns text[]
    language sql immutable strict parallel safe
    as $$ select cs_cases.pairs(number || E'\n' || title_zh || E'\n' || title_en) $$;

create index case_words on cs_cases.case_file using gin (cs_cases.case_pairs(number, title_zh, title_en));
create index case_of_department on cs_cases.case_file (department, opened_at desc, id desc);
create index case_of_kind on cs_cases.case_file (kind, opened_at desc, id desc);
create index case_of_area on cs_cases.case_file (area_path text_pattern_ops, opened_at desc);
create index case_of_handler on cs_cases.case_file (handler_id, opened_at desc) where handler_id is not null;
create index case_on_subject on cs_cases.case_file (subject_id) where subject_id is not null;
create index report_of_kind on cs_cases.report (kind, reported_at desc, id desc);
