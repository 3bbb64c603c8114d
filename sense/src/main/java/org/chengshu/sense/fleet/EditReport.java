package org.chengshu.sense.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.http.PlacedFault;

/** What became of a change of many devices: either the outcome, or the job that is at it. */
record EditReport(int matched, int changed, int unchanged, int skipped, List<Skipped> reasons, Optional<UUID> job) {
    static final int MOST_SHOWN = 200;

    /** A device that was left as it was, and why. */
    record Skipped(String code, List<PlacedFault> faults) {}

    static EditReport started(int matched, UUID job) {
        return new EditReport(matched, 0, 0, 0, List.of(), Optional.of(job));
    }

    /** Adds up. For one thread. */
    static final class Tally {
        private int changed;
        private int unchanged;
        private int skipped;
        private final List<Skipped> reasons = new ArrayList<>();

        Tally(Optional<EditReport> before) {
            before.ifPresent(report -> {
                changed = report.changed;
                unchanged = report.unchanged;
                skipped = report.skipped;
                reasons.addAll(report.reasons);
            });
        }

        void changed() {
            changed++;
        }

        void unchanged() {
            unchanged++;
        }

        void skip(String code, List<PlacedFault> faults) {
            skipped++;
            if (reasons.size() < MOST_SHOWN) {
                reasons.add(new Skipped(code, List.copyOf(faults)));
            }
        }

        EditReport report() {
            return new EditReport(
                    changed + unchanged + skipped, changed, unchanged, skipped, List.copyOf(reasons), Optional.empty());
        }
    }
}
