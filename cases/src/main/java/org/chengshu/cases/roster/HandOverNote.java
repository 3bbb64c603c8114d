package org.chengshu.cases.roster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What one shift leaves to the next: its words and the cases that were open. */
record HandOverNote(
        UUID id,
        UUID roster,
        String organisation,
        String post,
        Instant shiftBegins,
        Instant shiftEnds,
        String words,
        List<OpenItem> items,
        Instant writtenAt,
        String writtenBy,
        UUID writtenById,
        Optional<Instant> takenAt,
        Optional<String> takenBy,
        Optional<String> remark) {
    /** An open case as it stood when the note was written. */
    record OpenItem(
            UUID id,
            String number,
            String title,
            String stage,
            int severity,
            Optional<Instant> due,
            boolean overdue,
            Optional<String> handler) {}
}
