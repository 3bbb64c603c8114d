package org.chengshu.data.load.stage;

import java.util.List;
import java.util.Objects;
import org.chengshu.data.feed.SumMethod;

/**
 * How the rows of a feed become rows of a dataset. Immutable.
 *
 * @param columns of the feed
 * @param fields of the dataset, in its order
 * @param merging whether rows may take others away, by their keys
 * @param sums how the source sums its columns up
 */
public record StagePlan(List<String> columns, List<FieldPlan> fields, boolean merging, SumMethod sums) {
    public StagePlan {
        columns = List.copyOf(columns);
        fields = List.copyOf(fields);
        Objects.requireNonNull(sums, "sums");
    }

    public List<String> keys() {
        return fields.stream().filter(FieldPlan::key).map(FieldPlan::field).toList();
    }
}
