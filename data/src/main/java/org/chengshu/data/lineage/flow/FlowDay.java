package org.chengshu.data.lineage.flow;

import java.time.LocalDate;

/**
 * What happened to a dataset on one day of the city. Rows add up: {@code read = stored + refused}.
 *
 * @param promoted how often something new was published
 * @param failed loads and runs that failed or were stopped by reconciliation or a check
 * @param held runs that the gate held back
 * @param written rows that runs of a theme made
 */
record FlowDay(
        String dataset,
        LocalDate day,
        long read,
        long stored,
        long refused,
        long written,
        long promoted,
        long failed,
        long held,
        long reads) {
    static FlowDay none(String dataset, LocalDate day) {
        return new FlowDay(dataset, day, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    FlowDay and(FlowDay other) {
        return new FlowDay(
                dataset,
                day,
                read + other.read,
                stored + other.stored,
                refused + other.refused,
                written + other.written,
                promoted + other.promoted,
                failed + other.failed,
                held + other.held,
                reads + other.reads);
    }
}
