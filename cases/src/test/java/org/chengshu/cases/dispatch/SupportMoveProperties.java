package org.chengshu.cases.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SupportMoveProperties {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Property
    void whatIsDoneOrReleasedStays(@ForAll SupportMove move) {
        assertThat(move.possibleIn("done")).isFalse();
        assertThat(move.possibleIn("released")).isFalse();
        assertThat(move.possibleIn(move.to())).isFalse();
    }

    @Property
    void aSupportingDepartmentIsNeverGivenMoreTimeThanTheLeadHas(
            @ForAll @IntRange(min = 1, max = 100) int share, @ForAll @IntRange(min = -1000, max = 100_000) int left) {
        Instant lead = NOW.plusSeconds(left);
        Instant due =
                SupportTasks.due(Optional.of(lead), Optional.of(share), NOW).orElseThrow();

        assertThat(due).isBeforeOrEqualTo(lead);
        assertThat(left <= 0 || Duration.between(NOW, due).toSeconds() == (long) left * share / 100)
                .isTrue();
    }

    @Property
    void whatGoesUpComesDownTheSameWay(@ForAll @IntRange(max = 9) int one, @ForAll @IntRange(max = 9) int other) {
        TransferDirection there = TransferDirection.between(one, other);
        TransferDirection back = TransferDirection.between(other, one);

        assertThat(there == TransferDirection.ACROSS).isEqualTo(back == TransferDirection.ACROSS);
        assertThat(there == TransferDirection.UP).isEqualTo(back == TransferDirection.DOWN);
    }
}
