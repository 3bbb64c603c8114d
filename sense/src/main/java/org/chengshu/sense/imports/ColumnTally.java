package org.chengshu.sense.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chengshu.sense.RejectionReason;

/** Counts the cells of one column while they are read. */
final class ColumnTally {
    private static final int MOST_EXAMPLES = 5;
    private static final int SHORT = 80;

    private final String column;
    private final String property;
    private long stored;
    private long missing;
    private long duplicate;
    private long rejected;
    private final Map<String, Long> reasons;
    private final List<ColumnReport.Example> examples;

    ColumnTally(ColumnReport former) {
        this.column = former.column();
        this.property = former.property();
        this.stored = former.stored();
        this.missing = former.missing();
        this.duplicate = former.duplicate();
        this.rejected = former.rejected();
        this.reasons = new TreeMap<>(former.reasons());
        this.examples = new ArrayList<>(former.examples());
    }

    ColumnTally(String column, String property) {
        this(new ColumnReport(column, property, 0, 0, 0, 0, Map.of(), List.of()));
    }

    void miss() {
        missing++;
    }

    void store(boolean fresh) {
        if (fresh) {
            stored++;
        } else {
            duplicate++;
        }
    }

    void reject(long line, String value, RejectionReason reason, String detail) {
        rejected++;
        reasons.merge(reason.word(), 1L, Long::sum);
        if (examples.size() < MOST_EXAMPLES) {
            String shown = value.length() > SHORT ? value.substring(0, SHORT) : value;
            examples.add(new ColumnReport.Example(line, shown, reason.word(), detail));
        }
    }

    void add(ColumnTally more) {
        stored += more.stored;
        missing += more.missing;
        duplicate += more.duplicate;
        rejected += more.rejected;
        more.reasons.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        more.examples.stream().limit(MOST_EXAMPLES - examples.size()).forEach(examples::add);
    }

    ColumnReport report() {
        return new ColumnReport(column, property, stored, missing, duplicate, rejected, reasons, examples);
    }
}
