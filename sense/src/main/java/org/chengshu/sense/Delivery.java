package org.chengshu.sense;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.wire.WireFault;

/**
 * One message as a door hands it in: it is acknowledged as a whole. Stray faults are those that belong to no device. What
 * comes through one connection has one lane: the receipts of a lane are given in the order of its offers. The mark, where
 * there is one, is committed with the message. Immutable.
 */
public record Delivery(
        Door door, Instant received, int lane, List<Report> reports, List<WireFault> strayFaults, Optional<Mark> mark) {
    public Delivery {
        Objects.requireNonNull(door, "door");
        Objects.requireNonNull(received, "received");
        Objects.requireNonNull(mark, "mark");
        reports = List.copyOf(reports);
        strayFaults = List.copyOf(strayFaults);
    }

    public Delivery(Door door, Instant received, List<Report> reports, List<WireFault> strayFaults) {
        this(door, received, 0, reports, strayFaults, Optional.empty());
    }

    /** A message of one device; its lane is the device's. */
    public static Delivery of(Door door, Instant received, Report report) {
        return new Delivery(door, received, report.device().hashCode(), List.of(report), List.of(), Optional.empty());
    }

    public Delivery onLane(int other) {
        return new Delivery(door, received, other, reports, strayFaults, mark);
    }

    public Delivery marked(Mark with) {
        return new Delivery(door, received, lane, reports, strayFaults, Optional.of(with));
    }

    /**
     * By what a sender may send the same message again without its being taken twice: the packet of a session. It is stored
     * in the transaction of the readings.
     */
    public record Mark(long session, int packet) {}

    /** How many single values it holds; the receipt adds up to it. */
    public int values() {
        int values = 0;
        for (Report report : reports) {
            values += report.values();
        }
        for (WireFault fault : strayFaults) {
            values += fault.lost();
        }
        return values;
    }
}
