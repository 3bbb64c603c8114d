package org.chengshu.sense.rules;

import java.util.List;
import java.util.Objects;

/** The memory after an observation and what it asks for; a late observation leaves the memory as it was. */
public record Step(DeviceMemory memory, List<Decision> decisions, boolean late) {
    public Step {
        Objects.requireNonNull(memory, "memory");
        decisions = List.copyOf(decisions);
    }

    /** The same for a device of which nothing is to be told: nothing is raised or changed, and such runs begin anew. */
    public Step quietly() {
        DeviceMemory quiet = memory;
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Raise raise) {
                quiet = quiet.without(raise.ruleId());
            }
        }
        return new Step(
                quiet,
                decisions.stream().filter(Decision.Clear.class::isInstance).toList(),
                late);
    }
}
