package org.chengshu.cases.check;

import java.util.Locale;

/** Why a case is looked at: to close it, or once more after it was closed. */
enum CheckCause {
    VERIFY,
    SAMPLE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CheckCause ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
