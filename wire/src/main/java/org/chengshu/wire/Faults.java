package org.chengshu.wire;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one message, up to a limit, so that a hostile message cannot make us hold more than it did. */
final class Faults {
    private final List<WireFault> list = new ArrayList<>(0);
    private int more;
    private boolean fatal;

    void add(WireFault fault) {
        if (list.size() < Telemetry.MAX_FAULTS) {
            list.add(fault);
        } else {
            more += fault.lost();
        }
    }

    void add(WireFault.Kind kind, Place place, String detail) {
        add(new WireFault(kind, place.toString(), detail));
    }

    /** The whole message is lost: this fault stands for everything that was found before. */
    void fatal(WireFault.Kind kind, String detail) {
        list.clear();
        more = 0;
        list.add(new WireFault(kind, Place.ROOT.toString(), detail));
        fatal = true;
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    boolean isFatal() {
        return fatal;
    }

    List<WireFault> list() {
        if (more == 0) {
            return list;
        }
        List<WireFault> all = new ArrayList<>(list);
        all.add(new WireFault(WireFault.Kind.MORE_FAULTS, "$", more + " more values lost to further faults", more));
        return all;
    }
}
