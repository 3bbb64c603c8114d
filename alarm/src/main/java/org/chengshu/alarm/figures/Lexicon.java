package org.chengshu.alarm.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The words of one count: those of packed days by their numbers, those of alarms that are read themselves below zero. */
final class Lexicon {
    private final IntFunction<String> packed;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    Lexicon(IntFunction<String> packed) {
        this.packed = packed;
    }

    int number(String word) {
        return numbers.computeIfAbsent(word, fresh -> {
            words.add(fresh);
            return -words.size();
        });
    }

    /** Of the alarms that were read themselves. */
    List<String> words() {
        return List.copyOf(words);
    }

    String word(int number) {
        return number < 0 ? words.get(-number - 1) : packed.apply(number);
    }
}
