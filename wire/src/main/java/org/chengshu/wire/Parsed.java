package org.chengshu.wire;

import java.util.List;

/** What a message held: the observations that can be taken, in the order of the message, and what could not. Immutable. */
public record Parsed(List<Observation> observations, List<WireFault> faults) {
    public Parsed {
        observations = List.copyOf(observations);
        faults = List.copyOf(faults);
    }

    /** How many values can be taken. */
    public int taken() {
        return observations.stream().mapToInt(Observation::size).sum();
    }

    /** How many values the faults cost. */
    public int lost() {
        return faults.stream().mapToInt(WireFault::lost).sum();
    }
}
