package org.chengshu.sense.rules;

import java.util.List;
import java.util.Objects;

/** The memory after an observation and what it asks for; a late observation leaves the memory as it was. */
public record Step(DeviceMemory memory, List<Decision> decisions, boolean late) {
    public Step {
        Objects.requireNonNull(memory, "memory");
        decisions = List.copyOf(decisions);
    }
}
