package org.chengshu.cases.handling;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Which texts hold a piece of words, whatever its capitals. An index tells which have all its pairs of neighbouring characters;
 * whether they stand together is looked at in those.
 */
public final class WordPieces {
    private static final int CHARACTER = 1;
    private static final int PAIR = 2;

    private WordPieces() {}

    /** @param text as the index has it */
    public static Condition in(Field<String> text, String words) {
        int shortest = words.codePointCount(0, words.length()) < PAIR ? CHARACTER : PAIR;
        // Written out: how many texts have a word decides which way is short, and a plan for any word cannot know.
        Field<String> asked = DSL.lower(DSL.inline(words));
        // Not as a pattern, which a plan would take for a second, rarer thing to look for.
        return DSL.condition("{0} @> {1}", pieces(text, CHARACTER), pieces(asked, shortest))
                .and(DSL.position(DSL.lower(text), asked).gt(DSL.inline(0)));
    }

    private static Field<String[]> pieces(Field<String> text, int shortest) {
        return DSL.field("cs_cases.pieces({0}, {1})", SQLDataType.CLOB.array(), text, DSL.inline(shortest));
    }
}
