package org.chengshu.core.jobs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How a job stands. {@code QUEUED} waits for a node or for its next attempt; {@code INTERRUPTED} means that its node went
 * away while it ran and that no other can take it up, so what it had not committed is lost and it may be started again.
 */
public enum JobState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    INTERRUPTED,
    CANCELLED;

    /** Whether it may still change by itself. */
    public boolean open() {
        return this == QUEUED || this == RUNNING;
    }

    /** The name on the wire and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static JobState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
