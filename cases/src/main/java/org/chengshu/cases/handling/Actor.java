package org.chengshu.cases.handling;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Viewer;

/** Who did something to a case: a person, the platform by its rules, the sensor by its word, or a run of quality rules. */
public record Actor(Kind kind, Optional<UUID> personId, Optional<String> person) {
    /** What sort of actor; the word is on the wire. */
    public enum Kind {
        PERSON,
        PLATFORM,
        SENSOR,
        RUN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final Actor PLATFORM = new Actor(Kind.PLATFORM, Optional.empty(), Optional.empty());
    public static final Actor SENSOR = new Actor(Kind.SENSOR, Optional.empty(), Optional.empty());

    public static final Actor RUN = new Actor(Kind.RUN, Optional.empty(), Optional.empty());

    public static Actor of(Viewer viewer) {
        return new Actor(Kind.PERSON, Optional.of(viewer.accountId()), Optional.of(viewer.displayName()));
    }
}
