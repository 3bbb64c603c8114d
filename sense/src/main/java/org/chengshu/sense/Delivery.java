package org.chengshu.sense;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.chengshu.wire.WireFault;

/**
 * One message as a door hands it in: it is acknowledged as a whole. Stray faults are those that belong to no device.
 * Immutable.
 */
public record Delivery(Door door, Instant received, List<Report> reports, List<WireFault> strayFaults) {
    public Delivery {
        Objects.requireNonNull(door, "door");
        Objects.requireNonNull(received, "received");
        reports = List.copyOf(reports);
        strayFaults = List.copyOf(strayFaults);
    }

    public static Delivery of(Door door, Instant received, Report report) {
        return new Delivery(door, received, List.of(report), List.of());
    }

    /** How many single values it holds; the receipt adds up to it. */
    public int values() {
        return reports.stream().mapToInt(Report::values).sum()
                + strayFaults.stream().mapToInt(WireFault::lost).sum();
    }
}
