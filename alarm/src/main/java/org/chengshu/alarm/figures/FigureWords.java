package org.chengshu.alarm.figures;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The words of packed days: ids of rules, subjects, paths of areas. A number that was given stays. Safe for many threads. */
@Component
final class FigureWords {
    private static final int PAGE = 1023;

    private final DSLContext db;
    private final Map<Integer, String> known = new ConcurrentHashMap<>();

    FigureWords(DSLContext db) {
        this.db = db;
    }

    /** For numbers that are in days which the running transaction sees. */
    String word(int code) {
        String word = known.get(code);
        if (word == null) {
            learnAround(code);
            word = known.get(code);
        }
        if (word == null) {
            throw new IllegalStateException("no word of figures has the number " + code);
        }
        return word;
    }

    /** Most questions need the words of areas alone, so those of a million subjects are not held for them. */
    private void learnAround(int code) {
        db.fetch("select code, word from cs_alarm.figure_word where code between ? and ?", code & ~PAGE, code | PAGE)
                .forEach(row -> known.put(row.get("code", Integer.class), row.get("word", String.class)));
    }

    /** Gives numbers to words, in the transaction of the day that uses them; one such at a time. */
    Map<String, Integer> codes(Collection<String> words) {
        String[] asked = words.toArray(String[]::new);
        db.execute("""
                insert into cs_alarm.figure_word (word)
                select w from unnest(cast(? as text[])) w
                where not exists (select 1 from cs_alarm.figure_word f where f.word = w)
                """, (Object) asked);
        Map<String, Integer> codes = new HashMap<>();
        db.fetch("select code, word from cs_alarm.figure_word where word = any (cast(? as text[]))", (Object) asked)
                .forEach(row -> codes.put(row.get("word", String.class), row.get("code", Integer.class)));
        return codes;
    }
}
