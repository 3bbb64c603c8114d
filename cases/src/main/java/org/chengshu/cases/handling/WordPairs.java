package org.chengshu.cases.handling;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What an index can tell of a text that holds some words: it has all their pairs of neighbouring characters. Whether they stand
 * together is asked beside it.
 */
public final class WordPairs {
    private static final int PAIR = 2;

    private WordPairs() {}

    /** @param text as the index has it */
    public static Condition in(Field<String> text, String words) {
        if (words.codePointCount(0, words.length()) < PAIR) {
            return DSL.noCondition();
        }
        // Written out: how many rows a word has decides which way is short, and a plan for any word cannot know.
        return DSL.condition("{0} @> {1}", pairs(text), pairs(DSL.inline(words)));
    }

    private static Field<String[]> pairs(Field<String> text) {
        return DSL.field("cs_cases.pairs({0})", SQLDataType.CLOB.array(), text);
    }
}
