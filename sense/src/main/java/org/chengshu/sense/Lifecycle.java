package org.chengshu.sense;

import java.util.Locale;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * Where a device is in its life. A planned one reports on trial, one in maintenance is being worked on: the readings of both
 * are stored and nothing is judged by them, nor by their silence. A retired one reports no more; what it has reported stays.
 * The wire, packs and the database carry the lower-case word.
 */
public enum Lifecycle {
    PLANNED("规划中", "Planned"),
    ACTIVE("在用", "Active"),
    MAINTENANCE("检修中", "In maintenance"),
    RETIRED("已退役", "Retired");

    private final Text title;

    Lifecycle(String zh, String en) {
        this.title = Text.of(zh, en);
    }

    public Text title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Lifecycle> ofWord(String word) {
        for (Lifecycle one : values()) {
            if (one.word().equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** Whether rules and silence raise alarms on it. */
    public boolean judged() {
        return this == ACTIVE;
    }
}
