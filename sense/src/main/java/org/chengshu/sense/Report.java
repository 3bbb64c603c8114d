package org.chengshu.sense;

import java.util.List;
import java.util.Objects;
import org.chengshu.wire.Observation;
import org.chengshu.wire.WireFault;

/** What one message said for one device: the observations in its order, and what could not be read of it. Immutable. */
public record Report(String device, List<Observation> observations, List<WireFault> faults) {
    public Report {
        Objects.requireNonNull(device, "device");
        observations = List.copyOf(observations);
        faults = List.copyOf(faults);
    }

    /** How many single values the message held for this device. */
    public int values() {
        int values = 0;
        for (Observation seen : observations) {
            values += seen.size();
        }
        for (WireFault fault : faults) {
            values += fault.lost();
        }
        return values;
    }
}
