package org.chengshu.formula;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * A compiled formula. It is planned once and evaluated many times, by any number of threads. Every variable it uses must
 * have a value of its type, also those in a branch that is not taken; numbers may be any {@link Number}, but finite. When
 * there is no result, evaluating throws an {@link EvaluationFault}.
 */
public final class Formula {
    private final String source;
    private final Type result;
    private final List<Input> inputs;
    private final Set<String> names;
    private final Map<String, Object> constants;
    private final CelAbstractSyntaxTree tree;
    private final Program program;

    Formula(
            String source,
            Type result,
            List<Input> inputs,
            Map<String, Object> constants,
            CelAbstractSyntaxTree tree,
            Program program) {
        this.source = source;
        this.result = result;
        this.inputs = inputs;
        Set<String> sorted = new LinkedHashSet<>();
        inputs.forEach(input -> sorted.add(input.name()));
        this.names = Collections.unmodifiableSet(sorted);
        this.constants = Map.copyOf(constants);
        this.tree = tree;
        this.program = program;
    }

    public String source() {
        return source;
    }

    /** The type of the result. */
    public Type result() {
        return result;
    }

    /** The variables that the formula uses, in alphabetical order. */
    public Set<String> inputs() {
        return names;
    }

    /** The same formula for values by place; asked for the place of each of its variables. */
    public BoundFormula bind(ToIntFunction<String> placeOf) {
        return new BoundFormula(this, inputs, new QuickPlan(tree, constants, placeOf), placeOf);
    }

    /** The result as the Java type that {@link Type} names. */
    public Object evaluate(Map<String, ?> values) {
        Activation activation = new Activation(inputs, values, constants);
        try {
            return checked(program.eval(activation));
        } catch (CelEvaluationException e) {
            throw fault(e);
        }
    }

    /** The result, or nothing if a variable it uses is absent, null or NaN. */
    public Optional<Object> evaluateIfKnown(Map<String, ?> values) {
        for (Input input : inputs) {
            if (!input.isKnown(values)) {
                return Optional.empty();
            }
        }
        return Optional.of(evaluate(values));
    }

    /** The result of a {@link Type#BOOLEAN} formula. */
    public boolean test(Map<String, ?> values) {
        return (Boolean) of(Type.BOOLEAN, values);
    }

    /** The result of a {@link Type#NUMBER} formula; always finite. */
    public double number(Map<String, ?> values) {
        return (Double) of(Type.NUMBER, values);
    }

    /** The result of a {@link Type#TEXT} formula. */
    public String text(Map<String, ?> values) {
        return (String) of(Type.TEXT, values);
    }

    @Override
    public String toString() {
        return source;
    }

    private Object of(Type type, Map<String, ?> values) {
        if (type != result) {
            throw new IllegalStateException("'" + source + "' gives " + result + ", not " + type);
        }
        return evaluate(values);
    }

    private Object checked(Object value) {
        if (!result.fits(value) || (value instanceof Double number && !Double.isFinite(number))) {
            throw new EvaluationFault(
                    EvaluationFault.Reason.ARITHMETIC, "'" + Sources.brief(source) + "' has no finite result");
        }
        return value;
    }

    private EvaluationFault fault(CelEvaluationException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof EvaluationFault ours) {
                return ours;
            }
        }
        return new EvaluationFault(
                EvaluationFault.Reason.ARITHMETIC, "'" + Sources.brief(source) + "': " + e.getMessage(), e);
    }
}
