package org.chengshu.data.rule;

import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * A check of a dataset with what a failure means: how severe it is, how much it weighs in the score, and which share of
 * what was checked may fail before somebody hears of it. Immutable.
 *
 * @param spec as its author wrote it
 * @param pack the pack that brought it; empty when made by hand
 */
public record QualityRule(
        String id,
        String dataset,
        Text title,
        Check check,
        QualityKind kind,
        Severity severity,
        double weight,
        double tolerance,
        JsonNode spec,
        Optional<String> pack,
        long version) {
    public QualityRule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(pack, "pack");
    }

    /** Whether so many failures are more than it tolerates. */
    public boolean isOver(long failing, long checked) {
        return failing > tolerance * checked;
    }
}
