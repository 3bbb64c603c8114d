package org.chengshu.formula;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;

/**
 * A formula whose variables have places in {@link Slots}. It answers exactly what {@link Formula#evaluateIfKnown} would, and
 * nothing where that throws an {@link EvaluationFault}; the usual formulas (comparison, arithmetic, logic, choice) without
 * CEL and without allocating. Immutable; the slots belong to the calling thread.
 */
public final class BoundFormula {
    private static final Optional<Boolean> YES = Optional.of(true);
    private static final Optional<Boolean> NO = Optional.of(false);

    private final Formula formula;
    private final int[] places;
    private final byte[] kinds;
    private final Optional<Quick.Test> test;
    private final Optional<Quick.Real> number;

    BoundFormula(Formula formula, List<Input> inputs, QuickPlan plan, ToIntFunction<String> placeOf) {
        this.formula = formula;
        this.places = new int[inputs.size()];
        this.kinds = new byte[inputs.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = placeOf.applyAsInt(inputs.get(i).name());
            kinds[i] = Slots.kind(inputs.get(i).type());
        }
        this.test = formula.result() == Type.BOOLEAN ? plan.test() : Optional.empty();
        this.number = formula.result() == Type.NUMBER ? plan.number() : Optional.empty();
    }

    public Formula formula() {
        return formula;
    }

    /** The answer of a {@link Type#BOOLEAN} formula; empty when a variable is unknown or there is no result. */
    public Optional<Boolean> ask(Slots slots) {
        if (!allKnown(slots)) {
            return Optional.empty();
        }
        if (test.isEmpty()) {
            return byCel(slots).map(Boolean.class::cast);
        }
        slots.fault = false;
        boolean answer = test.get().of(slots);
        return slots.fault ? Optional.empty() : answer ? YES : NO;
    }

    /** The answer of a {@link Type#NUMBER} formula; empty when a variable is unknown or there is no finite result. */
    public OptionalDouble number(Slots slots) {
        if (!allKnown(slots)) {
            return OptionalDouble.empty();
        }
        if (number.isEmpty()) {
            return byCel(slots).map(found -> OptionalDouble.of((Double) found)).orElse(OptionalDouble.empty());
        }
        slots.fault = false;
        double answer = number.get().of(slots);
        return slots.fault || !Double.isFinite(answer) ? OptionalDouble.empty() : OptionalDouble.of(answer);
    }

    boolean isQuick() {
        return test.isPresent() || number.isPresent();
    }

    private boolean allKnown(Slots slots) {
        for (int i = 0; i < places.length; i++) {
            if (!slots.holds(places[i], kinds[i])) {
                return false;
            }
        }
        return true;
    }

    private Optional<Object> byCel(Slots slots) {
        Map<String, Object> values = new HashMap<>();
        int next = 0;
        for (String name : formula.inputs()) {
            values.put(name, slots.find(places[next++]).orElseThrow());
        }
        try {
            return Optional.of(formula.evaluate(values));
        } catch (EvaluationFault e) {
            return Optional.empty();
        }
    }
}
