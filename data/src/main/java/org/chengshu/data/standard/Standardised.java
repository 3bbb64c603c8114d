package org.chengshu.data.standard;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * What a standard function made of a text: a value in its one canonical form, a word that stands for "no value", or a
 * problem that says what is wrong. Never a guess: what was taken for granted is told in the value's note, and where two
 * readings are possible it is a problem. Immutable.
 */
public sealed interface Standardised {
    /** The canonical text, only of a {@link Value}. */
    default Optional<String> value() {
        return Optional.empty();
    }

    static Value of(String text) {
        return new Value(text, Map.of(), Optional.empty());
    }

    static Value of(String text, Map<String, String> parts) {
        return new Value(text, parts, Optional.empty());
    }

    static Problem problem(String code, String zh, String en) {
        return new Problem(code, Text.of(zh, en), Optional.empty());
    }

    /**
     * @param text canonical
     * @param parts what the text is made of, by name
     * @param note what was taken for granted
     */
    record Value(String text, Map<String, String> parts, Optional<Text> note) implements Standardised {
        public Value {
            Objects.requireNonNull(text, "text");
            parts = Map.copyOf(parts);
            Objects.requireNonNull(note, "note");
        }

        public Value noting(String zh, String en) {
            return new Value(text, parts, Optional.of(Text.of(zh, en)));
        }

        @Override
        public Optional<String> value() {
            return Optional.of(text);
        }
    }

    /** @param word as it was delivered, without blanks around it; empty when there was nothing else */
    record Blank(String word) implements Standardised {
        public Blank {
            Objects.requireNonNull(word, "word");
        }
    }

    /**
     * @param code stable, in upper case, such as {@code CHECK_DIGIT}
     * @param reason what is wrong, in both languages, without repeating more of a personal text than its place
     * @param suggestion what may have been meant; for a person to decide on
     */
    record Problem(String code, Text reason, Optional<String> suggestion) implements Standardised {
        public Problem {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(suggestion, "suggestion");
        }

        public Problem suggesting(String meant) {
            return new Problem(code, reason, Optional.of(meant));
        }
    }
}
