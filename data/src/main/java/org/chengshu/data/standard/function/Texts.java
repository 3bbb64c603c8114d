package org.chengshu.data.standard.function;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.chengshu.data.standard.Characters;
import org.chengshu.data.standard.StandardOptions;
import org.chengshu.data.standard.Standardised;

/** Blanks at the ends and control characters go, blanks inside become one; width and case as asked for. */
final class Texts implements Function<String, Standardised> {
    private final UnaryOperator<String> width;
    private final UnaryOperator<String> casing;

    Texts(StandardOptions options) {
        this.width = switch (options.get("width")) {
            case "half" -> Characters::half;
            case "full" -> Characters::full;
            default -> text -> text;
        };
        this.casing = switch (options.get("case")) {
            case "upper" -> text -> text.toUpperCase(Locale.ROOT);
            case "lower" -> text -> text.toLowerCase(Locale.ROOT);
            default -> text -> text;
        };
    }

    @Override
    public Standardised apply(String text) {
        return Standardised.of(casing.apply(width.apply(singleBlanks(text))));
    }

    private static String singleBlanks(String text) {
        int at = 0;
        while (at < text.length() && isFine(text, at)) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, at);
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!Characters.isBlank(c)) {
                kept.append(c);
            } else if (isSpace(c) && !kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') {
                kept.append(' ');
            }
        }
        return kept.toString();
    }

    private static boolean isFine(String text, int at) {
        char c = text.charAt(at);
        return !Characters.isBlank(c) || (c == ' ' && at > 0 && text.charAt(at - 1) != ' ');
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
