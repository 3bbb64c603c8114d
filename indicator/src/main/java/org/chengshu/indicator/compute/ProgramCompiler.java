package org.chengshu.indicator.compute;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.chengshu.formula.Formula;
import org.chengshu.formula.Formulas;
import org.chengshu.formula.Signature;
import org.chengshu.formula.Tables;
import org.chengshu.formula.Type;
import org.chengshu.indicator.IndicatorError;
import org.chengshu.indicator.model.AttributeRule;
import org.chengshu.indicator.model.Input;
import org.chengshu.indicator.model.Let;
import org.chengshu.indicator.model.Source;
import org.chengshu.indicator.model.TableDefinition;
import org.chengshu.indicator.model.ValueRule;
import org.chengshu.kernel.Fault;

/** Compiles what the pack check has let pass; anything that it should have refused is a fault here. */
final class ProgramCompiler {
    private final Library library;
    private final Tables tables;

    ProgramCompiler(Library library) {
        this.library = library;
        this.tables = library.tables();
    }

    Program compile(Source.Series source) {
        Signature signature = Signature.none();
        for (Input input : source.inputs()) {
            signature = signature.with(input.name(), Type.NUMBER);
        }
        Map<String, Formula> lets = new LinkedHashMap<>();
        for (Let let : source.lets()) {
            lets.put(let.name(), Formulas.compile(let.formula(), signature, Type.NUMBER, tables));
            signature = signature.with(let.name(), Type.NUMBER);
        }
        ValueStep value = value(source.value(), signature);
        Signature withValue = signature.with(Program.VALUE, Type.NUMBER);
        return new Program(
                source.inputs(),
                lets,
                value,
                source.attributes().stream()
                        .map(rule -> attribute(rule, withValue))
                        .toList());
    }

    private ValueStep value(ValueRule rule, Signature signature) {
        return switch (rule) {
            case ValueRule.Carried carried -> known -> optional(Optional.ofNullable(known.get(carried.name())));
            case ValueRule.ByFormula byFormula -> {
                Formula formula = Formulas.compile(byFormula.formula(), signature, Type.NUMBER, tables);
                yield known -> optional(Program.ifKnown(formula, known).map(Double.class::cast));
            }
            case ValueRule.OfKnown some ->
                known -> known.keySet().containsAll(some.needs())
                        ? some.combine().of(Program.numbers(some.names(), known), some.atLeast())
                        : OptionalDouble.empty();
        };
    }

    private AttributeStep attribute(AttributeRule rule, Signature signature) {
        return switch (rule) {
            case AttributeRule.Carried carried ->
                new AttributeStep(rule.name(), known -> Optional.ofNullable(known.get(carried.of())));
            case AttributeRule.Extreme extreme ->
                new AttributeStep(rule.name(), known -> Optional.of(Extremes.labels(extreme, known)));
            case AttributeRule.Looked looked -> looked(looked);
            case AttributeRule.ByFormula byFormula -> {
                Formula formula = Formulas.compile(byFormula.formula(), signature, byFormula.type(), tables);
                yield new AttributeStep(rule.name(), known -> Program.ifKnown(formula, known));
            }
        };
    }

    private AttributeStep looked(AttributeRule.Looked rule) {
        TableDefinition table = library.find(rule.table())
                .orElseThrow(() -> new Fault(IndicatorError.INDICATOR_FAULTY, "there is no table " + rule.table()));
        String of = rule.of().orElse(Program.VALUE);
        return new AttributeStep(
                rule.name(), known -> Optional.ofNullable(known.get(of)).flatMap(table::labelAt));
    }

    private static OptionalDouble optional(Optional<Double> number) {
        return number.isPresent() ? OptionalDouble.of(number.get()) : OptionalDouble.empty();
    }
}
