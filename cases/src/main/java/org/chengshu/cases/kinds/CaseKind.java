package org.chengshu.cases.kinds;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengshu.flow.CityCase;
import org.chengshu.flow.Stage;
import org.chengshu.kernel.Text;

/** How cases of one kind run: their stages, the time for each, who verifies, when they come back. */
public record CaseKind(
        String id,
        Text title,
        List<Stage> stages,
        ClockPlan clocks,
        Optional<Duration> verifyFor,
        Optional<Duration> reopenWithin,
        Set<Stage> automatic,
        boolean closeWithoutHandling,
        CheckPlan checks) {
    public CaseKind {
        stages = List.copyOf(stages);
        automatic = Set.copyOf(automatic);
    }

    /** A kind that names how long a sensor must be content is verified by that sensor, any other by an officer. */
    public boolean verifiedBySensor() {
        return verifyFor.isPresent();
    }

    /** The stage after this one; the last stage follows itself. */
    public Stage after(Stage stage) {
        int next = stages.indexOf(stage) + 1;
        return next < stages.size() ? stages.get(next) : CityCase.CLOSE;
    }
}
