package org.chengshu.cases.handling;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What an index can tell of a text that holds some words: it has all their pairs of neighbouring characters. Whether they stand
 * together is asked beside it.
 */
public final class WordPieces {
    private static final int CHARACTER = 1;
    private static final int PAIR = 2;

    private WordPieces() {}

    /** @param text as the index has it */
    public static Condition in(Field<String> text, String words) {
        int shortest = words.codePointCount(0, words.length()) < PAIR ? CHARACTER : PAIR;
        // Written out: how many rows have a word decides which way is short, and a plan for any word cannot know.
        return DSL.condition("{0} @> {1}", pieces(text, CHARACTER), pieces(DSL.inline(words), shortest));
    }

    private static Field<String[]> pieces(Field<String> text, int shortest) {
        return DSL.field("cs_cases.pieces({0}, {1})", SQLDataType.CLOB.array(), text, DSL.inline(shortest));
    }
}
