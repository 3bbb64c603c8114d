package org.chengshu.data.catalogue;

import java.util.List;
import java.util.Optional;

/** What people left out of a form, made harmless. */
final class Words {
    private Words() {}

    static String given(String words) {
        return words == null ? "" : words.strip();
    }

    static Optional<String> optional(Optional<String> words) {
        return words == null ? Optional.empty() : words.map(String::strip).filter(text -> !text.isEmpty());
    }

    static List<String> list(List<String> words) {
        return words == null
                ? List.of()
                : words.stream()
                        .map(Words::given)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
    }
}
