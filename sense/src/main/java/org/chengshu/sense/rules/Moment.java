package org.chengshu.sense.rules;

import java.util.ArrayList;
import java.util.List;
import org.chengshu.formula.Slots;

/** One observation while it is judged: what is known at it, and what the rules come to remember and decide. */
final class Moment {
    final Slots slots;
    final long time;
    /** Whether the device paused for too long before it. */
    final boolean gap;
    /** Whether alarms may be raised. */
    final boolean judged;

    private final long[] before;
    private long[] cells;
    private List<Decision> decisions = List.of();

    Moment(Slots slots, long time, boolean gap, boolean judged, long[] before) {
        this.slots = slots;
        this.time = time;
        this.gap = gap;
        this.judged = judged;
        this.before = before;
        this.cells = before;
    }

    long get(int cell) {
        return cells[cell];
    }

    @SuppressWarnings("ReferenceEquality") // cells are shared until they change
    void set(int cell, long value) {
        if (cells[cell] == value) {
            return;
        }
        if (cells == before) {
            cells = before.clone();
        }
        cells[cell] = value;
    }

    void decide(Decision decision) {
        if (decisions.isEmpty()) {
            decisions = new ArrayList<>();
        }
        decisions.add(decision);
    }

    long[] cells() {
        return cells;
    }

    List<Decision> decisions() {
        return decisions;
    }
}
