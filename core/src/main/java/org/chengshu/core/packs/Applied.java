package org.chengshu.core.packs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * What applying a pack did.
 *
 * @param diff as it was before: what has been done
 */
public record Applied(
        String pack,
        String version,
        int revision,
        Outcome outcome,
        List<CheckReport.SectionChange> changes,
        PackDiff diff) {
    public Applied {
        changes = List.copyOf(changes);
    }

    /** {@code UNCHANGED}: the same content was installed already and nothing was written. */
    public enum Outcome {
        INSTALLED,
        UPDATED,
        UNCHANGED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
