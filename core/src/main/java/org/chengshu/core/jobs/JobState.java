package org.chengshu.core.jobs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How a job stands. Only {@code RUNNING} changes any more; {@code INTERRUPTED} means that its node went away while it
 * ran, so what it had not committed is lost and it may be started again.
 */
public enum JobState {
    RUNNING,
    DONE,
    FAILED,
    INTERRUPTED,
    CANCELLED;

    /** The name on the wire and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static JobState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
