package org.chengshu.core.packs;

import java.util.List;
import java.util.Optional;

/**
 * What a check found: every fault, ordered by file and line. Without faults it tells what applying would do.
 *
 * @param pack id and version as far as they could be read
 * @param warnings what looks like a mistake and need not be one
 * @param changes by section, empty when there are faults
 */
public record CheckReport(
        Optional<String> pack,
        Optional<String> version,
        List<PackFault> faults,
        List<PackFault> warnings,
        List<SectionChange> changes) {
    public CheckReport {
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
        changes = List.copyOf(changes);
    }

    public boolean passed() {
        return faults.isEmpty();
    }

    /** Ids of one section, compared with what is installed. */
    public record SectionChange(String section, List<String> added, List<String> changed, List<String> removed) {
        public SectionChange {
            added = List.copyOf(added);
            changed = List.copyOf(changed);
            removed = List.copyOf(removed);
        }

        public boolean differs() {
            return !added.isEmpty() || !changed.isEmpty() || !removed.isEmpty();
        }
    }
}
