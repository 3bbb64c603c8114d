package org.chengshu.cases.kinds;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How people find out whether a case was put right: a grid worker goes there, or an operator asks whoever reported it. */
public enum CheckWay {
    GRID,
    CALLBACK;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CheckWay> ofWord(String word) {
        return Arrays.stream(values()).filter(way -> way.word().equals(word)).findFirst();
    }
}
