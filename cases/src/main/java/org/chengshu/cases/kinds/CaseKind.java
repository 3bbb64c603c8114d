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

    /** This stage, or the next that the kind has where it leaves this one out. */
    public Stage atOrAfter(Stage stage) {
        List<Stage> order = CityCase.PLAN.stages();
        return stages.stream()
                .filter(one -> order.indexOf(one) >= order.indexOf(stage))
                .findFirst()
                .orElse(CityCase.CLOSE);
    }

    /** The stage after this one; the last stage follows itself. */
    public Stage after(Stage stage) {
        int next = stages.indexOf(stage) + 1;
        return next < stages.size() ? stages.get(next) : CityCase.CLOSE;
    }
}
