-- Pairs of characters cost more than they saved: making them for a row takes longer than comparing its text.
drop index cs_cases.case_words;
drop function cs_cases.case_pairs(text, text, text);
drop function cs_cases.pairs(text);
