package org.chengshu.sense.command;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a command is: waiting for the device, on its way, or over in one of three ways. */
enum CommandState {
    QUEUED,
    SENT,
    ANSWERED,
    TIMED_OUT,
    REFUSED;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static CommandState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
