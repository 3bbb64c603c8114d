package org.chengshu.indicator.trace;

import java.util.List;
import java.util.Optional;

/**
 * Which datasets hold things that stand on the chain themselves, and under which kind. A dataset of cases may also name
 * each one's closure; what is counted when it is closed then hangs on the closure.
 *
 * @param idField the field with the thing's id on the chain
 */
record Chain(String dataset, String kind, String idField) {
    static final String COUNTED_IN = "counted-in";
    static final String MEASURED_INTO = "measured-into";
    static final String SERIES = "series";
    static final String CASES = "cases.cases";

    private static final List<Chain> ALL = List.of(
            new Chain(CASES, "case", "id"),
            new Chain(CASES, "closure", "closure"),
            new Chain("alarm.alarms", "alarm", "id"));

    static List<Chain> ofDataset(String dataset) {
        return ALL.stream().filter(chain -> chain.dataset().equals(dataset)).toList();
    }

    static Optional<Chain> ofKind(String kind) {
        return ALL.stream().filter(chain -> chain.kind().equals(kind)).findFirst();
    }
}
