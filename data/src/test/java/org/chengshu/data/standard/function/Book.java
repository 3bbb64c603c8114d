package org.chengshu.data.standard.function;

import org.chengshu.data.standard.Standardised;
import org.chengshu.data.standard.Standards;
import org.chengshu.data.standard.StandardsOf;

/** The book with the functions that need no table, for tests of pure rules. */
public final class Book {
    public static final Standards BOOK = StandardsOf.sources(new StandardFunctions());

    private Book() {}

    /** The value, the code of the problem after a {@code !}, or {@code ~} for a null word. */
    public static String of(String call, String text) {
        return switch (BOOK.get(call).apply(text)) {
            case Standardised.Value value -> value.text();
            case Standardised.Blank blank -> "~";
            case Standardised.Problem problem -> "!" + problem.code();
        };
    }

    public static String suggestion(String call, String text) {
        return BOOK.get(call).apply(text) instanceof Standardised.Problem problem
                ? problem.suggestion().orElse("")
                : "no problem";
    }
}
