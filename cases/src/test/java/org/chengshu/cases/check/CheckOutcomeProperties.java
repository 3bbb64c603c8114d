package org.chengshu.cases.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CheckOutcomeProperties {
    @Property
    void nothingClosesWhileSomethingIsOpenOrFailed(@ForAll List<CheckState> round, @ForAll boolean byChecks) {
        CheckOutcome outcome = CheckOutcome.of(round, byChecks);

        if (round.contains(CheckState.OPEN) || round.contains(CheckState.FAILED) || !byChecks) {
            assertThat(outcome).isEqualTo(CheckOutcome.WAIT);
        } else {
            assertThat(outcome == CheckOutcome.CLOSE).isEqualTo(round.contains(CheckState.PASSED));
        }
    }

    @Property
    void theOrderOfAnswersDoesNotMatter(@ForAll List<CheckState> round, @ForAll long seed) {
        List<CheckState> shuffled = new ArrayList<>(round);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(CheckOutcome.of(shuffled, true)).isEqualTo(CheckOutcome.of(round, true));
    }
}
