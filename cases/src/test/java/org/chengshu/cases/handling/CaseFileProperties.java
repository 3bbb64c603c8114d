package org.chengshu.cases.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.clock.ClockMark;
import org.chengshu.flow.CityCase;
import org.chengshu.flow.Deadline;
import org.chengshu.flow.DeadlineRule;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;

class CaseFileProperties {
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

    @Property
    void standsAsItsDeadlineStands(
            @ForAll @IntRange(min = 1, max = 1000) int allowed, @ForAll @IntRange(min = 0, max = 2000) int passed) {
        Deadline deadline = DeadlineRule.calendar(Duration.ofMinutes(allowed)).startingAt(START);
        Instant now = START.plus(Duration.ofMinutes(passed));

        assertThat(file(deadline).standing(now)).isEqualTo(deadline.standing(now));
    }

    private static CaseFile file(Deadline deadline) {
        return new CaseFile(
                new CaseId(new UUID(0, 1)),
                "AJ-20261120-0001",
                "dust",
                Text.of("扬尘", "Dust"),
                Optional.empty(),
                CityCase.HANDLE,
                Severity.ORANGE,
                true,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                "/",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                START,
                START,
                START,
                deadline.soon(),
                deadline.due(),
                new ClockMark(deadline.soon(), Optional.empty(), deadline.due(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                false,
                Optional.empty());
    }
}
