-- Lists are asked for by a piece of their words. Chinese has no spaces between words, and its words have two characters, too few for
-- trigrams: a text is found by its characters and the pairs of neighbours among them. Told to cost more than a comparison, so that it
-- is worked out only for what the comparison lets through.
create function cs_cases.pieces(words text, shortest int) returns text[] language sql immutable strict parallel safe cost 20
    return (select coalesce(array_agg(distinct pg_catalog.substr(small, start, size)), '{}')
        from (select pg_catalog.lower(words) as small) told, pg_catalog.generate_series(1, pg_catalog.length(words)) start,
            pg_catalog.generate_series(shortest, 2) size
        where start + size - 1 <= pg_catalog.length(small));

-- Apart from the case, whose row is written anew at every step of its life, with all that indexes know of it.
create table cs_cases.case_words (
    case_id uuid primary key references cs_cases.case_file,
    words text not null
);
create function cs_cases.keep_words() returns trigger language plpgsql as $$
begin
    insert into cs_cases.case_words (case_id, words)
    values (new.id, new.number || ' ' || new.title_zh || ' ' || new.title_en || ' ' || coalesce(new.subject_id, ''))
    on conflict (case_id) do update set words = excluded.words;
    return null;
end $$;
create trigger keep_words after insert or update of number, title_zh, title_en, subject_id on cs_cases.case_file
    for each row execute function cs_cases.keep_words();
insert into cs_cases.case_words (case_id, words)
    select id, number || ' ' || title_zh || ' ' || title_en || ' ' || coalesce(subject_id, '') from cs_cases.case_file;
create index case_words_piece on cs_cases.case_words using gin (cs_cases.pieces(words, 1));

create index report_words on cs_cases.report using gin (cs_cases.pieces(number || ' ' || words, 1));
