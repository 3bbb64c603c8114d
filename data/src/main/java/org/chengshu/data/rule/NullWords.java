package org.chengshu.data.rule;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words that people write where nothing is known: those of the standards, and signs that fill a cell. Compared in lower
 * case without blanks around them.
 */
public final class NullWords {
    public static final List<String> USUAL = Stream.concat(
                    Stream.of("", "-", "--", "---", "—", "——", "/", "\\", ".", "?", "？", "*", "#", "n.a."),
                    org.chengshu.data.standard.NullWords.USUAL.stream())
            .distinct()
            .toList();

    private static final Set<String> ALL = Set.copyOf(USUAL);

    private NullWords() {}

    public static boolean is(String text) {
        return ALL.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
