package org.chengshu.cases.part;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Text;

/** The parts of a case as its page shows them, and what the viewer may do. */
record PartPage(int open, boolean mayAsk, List<Line> items) {
    PartPage {
        items = List.copyOf(items);
    }

    record Line(
            UUID id,
            String words,
            Optional<String> department,
            Optional<Text> departmentName,
            Optional<String> person,
            String state,
            Optional<Instant> due,
            boolean late,
            Instant askedAt,
            String askedBy,
            Instant changedAt,
            Optional<String> changedBy,
            Optional<String> note,
            boolean mayAnswer,
            boolean mayWithdraw) {}

    /** Somebody who can be asked. */
    record Person(UUID id, String name, Optional<Text> organisation) {}
}
