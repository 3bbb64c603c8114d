package org.chengshu.data.theme.run;

import java.time.Instant;
import java.util.SortedSet;

/** What a run has to compute. */
sealed interface RunPlan {
    /** Everything. */
    record Whole() implements RunPlan {}

    /** The periods that begin at these times; none means that nothing changed. */
    record Periods(SortedSet<Instant> starts) implements RunPlan {}
}
