package org.chengshu.data.library.door;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.library.decision.Decision;
import org.chengshu.kernel.Text;

/**
 * A golden record with everything behind it.
 *
 * @param gone whether it is no more; {@code goneInto} is the record that took most of its rows
 * @param reasons why its rows are together
 */
record RecordView(
        String library,
        long id,
        String label,
        boolean gone,
        Optional<Long> goneInto,
        Instant changedAt,
        List<Value> values,
        List<ShownRow> rows,
        List<Reason> reasons,
        List<Happening> history,
        List<Decision> decisions) {

    /** @param origin the row that gives it; {@code others} different values that other rows have */
    record Value(
            String field,
            Text title,
            FieldType type,
            Optional<String> unit,
            Optional<String> value,
            Optional<Long> origin,
            List<String> survive,
            int others) {}

    /**
     * @param kind {@code key}: the rows share the value of an exact key; {@code likeness}: a rule found two rows alike
     * @param name of the key or the rule
     * @param parts for a likeness the score of each comparison, by field and way
     */
    record Reason(
            String kind,
            String name,
            Optional<String> value,
            List<Long> rows,
            Optional<Double> score,
            Map<String, Double> parts) {}

    /** @param kind joined, left, merged, split */
    record Happening(String kind, Instant at, Optional<Long> other, List<String> rows, long build) {}
}
