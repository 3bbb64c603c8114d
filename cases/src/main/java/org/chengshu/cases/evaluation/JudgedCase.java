package org.chengshu.cases.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.clock.ClockLine;

/** A case as far as it is judged: where it lies, its department where no line tells one, and its history. */
record JudgedCase(UUID id, String areaPath, Optional<String> department, List<ClockLine> lines) {
    JudgedCase {
        lines = List.copyOf(lines);
    }

    /** As it was known at a moment. */
    JudgedCase until(Instant to) {
        return new JudgedCase(
                id,
                areaPath,
                department,
                lines.stream().filter(line -> line.at().isBefore(to)).toList());
    }

    /** Whether it had been put aside as a duplicate, and so is no case of its own. */
    boolean putAside() {
        return lines.stream()
                .map(ClockLine::action)
                .filter(action -> action.equals("merged") || action.equals("unmerged"))
                .reduce((earlier, later) -> later)
                .filter("merged"::equals)
                .isPresent();
    }
}
