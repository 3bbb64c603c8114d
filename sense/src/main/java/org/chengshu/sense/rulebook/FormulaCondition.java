package org.chengshu.sense.rulebook;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.formula.EvaluationFault;
import org.chengshu.formula.Formula;
import org.chengshu.sense.rules.Condition;

/** A question put as a formula. One that comes to no result (a division by zero) is left open, as if a value were missing. */
record FormulaCondition(Formula formula) implements Condition {
    @Override
    public Set<String> inputs() {
        return formula.inputs();
    }

    @Override
    public Optional<Boolean> ask(Map<String, Object> known) {
        try {
            return formula.evaluateIfKnown(known).map(Boolean.class::cast);
        } catch (EvaluationFault e) {
            return Optional.empty();
        }
    }
}
