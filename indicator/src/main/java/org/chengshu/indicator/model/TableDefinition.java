package org.chengshu.indicator.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.chengshu.formula.Table;
import org.chengshu.kernel.Text;

/** A table as its pack declares it; the labels of steps are numbers, texts, or texts in both languages. */
public record TableDefinition(String id, Text title, Table table, List<Object> labels) {
    public TableDefinition {
        labels = Collections.unmodifiableList(List.copyOf(labels));
    }

    public boolean isCurve() {
        return table instanceof Table.Curve;
    }

    /** The label of the step that holds the number; nothing below the first step. */
    public Optional<Object> labelAt(double x) {
        List<Double> thresholds = thresholds();
        int at = -1;
        while (at + 1 < thresholds.size() && thresholds.get(at + 1) <= x) {
            at++;
        }
        return at < 0 ? Optional.empty() : Optional.of(labels.get(at));
    }

    private List<Double> thresholds() {
        return switch (table) {
            case Table.Steps steps -> steps.thresholds();
            case Table.Levels levels -> levels.thresholds();
            case Table.Curve _ -> List.of();
        };
    }
}
