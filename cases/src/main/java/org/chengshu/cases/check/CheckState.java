package org.chengshu.cases.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a check stands; it lapses when its case moves on before it is answered. */
enum CheckState {
    OPEN,
    PASSED,
    FAILED,
    UNREACHED,
    LAPSED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CheckState> ofWord(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }
}
