-- Lists are asked for by a piece of their words. Chinese has no spaces between words, and its words have two characters, too few for
-- trigrams: a text is found by its characters and the pairs of neighbours among them. Told to cost more than a comparison, so that it
-- is worked out only for what the comparison lets through.
create function cs_cases.pieces(words text, shortest int) returns text[] language sql immutable strict parallel safe cost 20
    return (select coalesce(array_agg(distinct pg_catalog.substr(small, start, size)), '{}')
        from (select pg_catalog.lower(words) as small) told, pg_catalog.generate_series(1, pg_catalog.length(words)) start,
            pg_catalog.generate_series(shortest, 2) size
        where start + size - 1 <= pg_catalog.length(small));
create index case_words on cs_cases.case_file
    using gin (cs_cases.pieces(number || ' ' || title_zh || ' ' || title_en || ' ' || coalesce(subject_id, ''), 1));
create index report_words on cs_cases.report using gin (cs_cases.pieces(number || ' ' || words, 1));
