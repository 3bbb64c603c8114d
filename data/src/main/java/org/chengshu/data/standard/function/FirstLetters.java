package org.chengshu.data.standard.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds the longest known word at a place of a text, letters of either case. Immutable. */
final class FirstLetters<T> {
    private record Entry<T>(String word, Optional<T> item) {}

    /** Sorted; asked for every character of a text, which must not make an object each time. */
    private final char[] letters;

    private final List<List<Entry<T>>> entries;

    private FirstLetters(Map<Character, List<Entry<T>>> sorted) {
        StringBuilder firsts = new StringBuilder(sorted.size());
        sorted.keySet().forEach(firsts::append);
        this.letters = firsts.toString().toCharArray();
        this.entries = List.copyOf(sorted.values());
    }

    static <T> FirstLetters<T> of(List<T> items, Function<T, String> words) {
        Map<Character, List<Entry<T>>> sorted = new TreeMap<>();
        for (T item : items) {
            String word = words.apply(item);
            sorted.computeIfAbsent(folded(word.charAt(0)), letter -> new ArrayList<>())
                    .add(new Entry<>(word, Optional.of(item)));
        }
        sorted.values()
                .forEach(list -> list.sort(Comparator.comparingInt(
                        (Entry<T> entry) -> -entry.word().length())));
        return new FirstLetters<>(sorted);
    }

    Optional<T> longest(String text, int at) {
        int place = Arrays.binarySearch(letters, folded(text.charAt(at)));
        if (place < 0) {
            return Optional.empty();
        }
        List<Entry<T>> list = entries.get(place);
        for (int i = 0; i < list.size(); i++) {
            String word = list.get(i).word();
            if (text.regionMatches(true, at, word, 0, word.length())) {
                return list.get(i).item();
            }
        }
        return Optional.empty();
    }

    private static char folded(char c) {
        return c < 128 ? Character.toLowerCase(c) : c;
    }
}
