package org.chengshu.data.standard.function;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds the longest known word at a place of a text, letters of either case. Immutable. */
final class FirstLetters<T> {
    private record Entry<T>(String word, Optional<T> item) {}

    private final Map<Character, List<Entry<T>>> entries = new HashMap<>();

    private FirstLetters() {}

    static <T> FirstLetters<T> of(List<T> items, Function<T, String> words) {
        FirstLetters<T> letters = new FirstLetters<>();
        for (T item : items) {
            String word = words.apply(item);
            letters.entries
                    .computeIfAbsent(folded(word.charAt(0)), letter -> new ArrayList<>())
                    .add(new Entry<>(word, Optional.of(item)));
        }
        letters.entries
                .values()
                .forEach(list -> list.sort(Comparator.comparingInt(
                        (Entry<T> entry) -> -entry.word().length())));
        return letters;
    }

    Optional<T> longest(String text, int at) {
        List<Entry<T>> list = entries.get(folded(text.charAt(at)));
        if (list == null) {
            return Optional.empty();
        }
        for (Entry<T> entry : list) {
            if (text.regionMatches(true, at, entry.word(), 0, entry.word().length())) {
                return entry.item();
            }
        }
        return Optional.empty();
    }

    private static char folded(char c) {
        return c < 128 ? Character.toLowerCase(c) : c;
    }
}
