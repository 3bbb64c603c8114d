package org.chengshu.cases.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By which way a report came; alarms and findings open cases without a report. */
public enum Channel {
    HOTLINE,
    GRID,
    RESIDENT,
    OPEN311,
    API;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Channel> ofWord(String word) {
        return Arrays.stream(values())
                .filter(channel -> channel.word().equals(word))
                .findFirst();
    }
}
