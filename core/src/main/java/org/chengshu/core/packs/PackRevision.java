package org.chengshu.core.packs;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.chengshu.kernel.Text;

/**
 * One state that a pack was brought into. Revisions of a pack are numbered from 1 and never change; their files are kept,
 * so that any can be applied again, also after the pack was removed.
 *
 * @param inForce whether this is the state of the installed pack
 * @param added how many items came, {@code changed} and {@code removed} likewise
 */
public record PackRevision(
        String pack,
        int revision,
        String version,
        Act act,
        boolean inForce,
        int added,
        int changed,
        int removed,
        Instant at,
        String by) {
    /** "2 added, 1 changed". */
    @JsonProperty
    public Text summary() {
        return ChangeCount.of(added, changed, removed).words();
    }

    /** What was done. */
    public enum Act {
        INSTALLED,
        UPDATED,
        DOWNGRADED,
        REMOVED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
