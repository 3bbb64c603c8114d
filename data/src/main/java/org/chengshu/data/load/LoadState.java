package org.chengshu.data.load;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How far a load is, and how it ended. {@code STOPPED} means that reconciliation or a check kept it from being promoted, {@code
 * HELD} that its rows wait for a person, or a better load, to decide on what a check has against them.
 */
public enum LoadState {
    QUEUED,
    READING,
    RECONCILING,
    CHECKING,
    PROMOTING,
    HELD,
    PROMOTED,
    STOPPED,
    FAILED,
    CANCELLED;

    /** Whether it may still change by itself. */
    public boolean open() {
        return switch (this) {
            case QUEUED, READING, RECONCILING, CHECKING, PROMOTING -> true;
            case HELD, PROMOTED, STOPPED, FAILED, CANCELLED -> false;
        };
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
