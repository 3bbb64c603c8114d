package org.chengshu.indicator.compute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.chengshu.formula.EvaluationFault;
import org.chengshu.formula.Formula;
import org.chengshu.indicator.model.Input;
import org.chengshu.indicator.model.Source;

/** The formulas of a series indicator, compiled; turns the inputs of one thing or area and period into an outcome. */
public final class Program {
    static final String VALUE = "value";

    private final List<Input> inputs;
    private final Map<String, Formula> lets;
    private final ValueStep value;
    private final List<AttributeStep> attributes;

    Program(List<Input> inputs, Map<String, Formula> lets, ValueStep value, List<AttributeStep> attributes) {
        this.inputs = List.copyOf(inputs);
        this.lets = new LinkedHashMap<>(lets);
        this.value = value;
        this.attributes = List.copyOf(attributes);
    }

    public static Program of(Source.Series source, Library library) {
        return new ProgramCompiler(library).compile(source);
    }

    /** @param numbers in the order of the inputs, NaN where unknown */
    Outcome run(double[] numbers, long hours) {
        Map<String, Double> known = new LinkedHashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isNaN(numbers[i])) {
                known.put(inputs.get(i).name(), numbers[i]);
            }
        }
        double coverage = numbers.length == 0 ? 0 : (double) known.size() / numbers.length;
        lets.forEach((name, formula) -> ifKnown(formula, known).ifPresent(result -> known.put(name, (Double) result)));
        OptionalDouble result = value.of(known);
        return new Outcome(result, attributes(known, result), known, coverage, hours);
    }

    private Map<String, Object> attributes(Map<String, Double> known, OptionalDouble result) {
        Map<String, Object> told = new LinkedHashMap<>();
        if (result.isPresent()) {
            Map<String, Double> all = new LinkedHashMap<>(known);
            all.put(VALUE, result.getAsDouble());
            attributes.forEach(step -> step.of(all).ifPresent(word -> told.put(step.name(), word)));
        }
        return told;
    }

    /** A step that lacks a variable, leaves a table that refuses, or has no finite result is unknown. */
    static Optional<Object> ifKnown(Formula formula, Map<String, Double> known) {
        try {
            return formula.evaluateIfKnown(known);
        } catch (EvaluationFault e) {
            return Optional.empty();
        }
    }

    /** Numbers by name as an array, NaN where unknown. */
    static double[] numbers(Iterable<String> names, Map<String, Double> known) {
        List<Double> numbers = new ArrayList<>();
        names.forEach(name -> numbers.add(known.getOrDefault(name, Double.NaN)));
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
