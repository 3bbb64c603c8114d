-- Lists are asked for by a piece of their words. Chinese has no spaces between words, and its words have two characters, too few for
-- trigrams: a text is found by the pairs of neighbouring characters in it. Dear, so that it comes after all other conditions.
create function cs_cases.pairs(words text) returns text[] language sql immutable strict parallel safe cost 10000
    return (select coalesce(array_agg(distinct pg_catalog.substr(lower(words), n, 2)), '{}')
        from pg_catalog.generate_series(1, pg_catalog.length(words) - 1) n);
create index case_words on cs_cases.case_file
    using gin (cs_cases.pairs(number || ' ' || title_zh || ' ' || title_en || ' ' || coalesce(subject_id, '')));
create index report_words on cs_cases.report using gin (cs_cases.pairs(number || ' ' || words));
