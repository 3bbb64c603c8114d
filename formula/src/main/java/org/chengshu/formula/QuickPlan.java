package org.chengshu.formula;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Turns the usual part of the language into steps over {@link Slots}: comparison, arithmetic, logic, choice, constants and
 * variables. What lies outside is left to CEL, whole. Only what a checked tree can hold is looked at.
 */
final class QuickPlan {
    private static final Set<String> COMPARED = Set.of("_<_", "_<=_", "_>_", "_>=_");
    private static final Set<String> EQUATED = Set.of("_==_", "_!=_");
    private static final Set<String> ARITHMETIC = Set.of("_+_", "_-_", "_*_", "-_", "divide", "remainder");
    private static final Set<String> FUNCTIONS = Set.of("abs", "min", "max", "roundUp", "roundHalf", "roundEven");
    private static final long MICRO = 1_000;

    private final CelAbstractSyntaxTree tree;
    private final Map<String, Object> constants;
    private final ToIntFunction<String> places;

    QuickPlan(CelAbstractSyntaxTree tree, Map<String, Object> constants, ToIntFunction<String> places) {
        this.tree = tree;
        this.constants = constants;
        this.places = places;
    }

    Optional<Quick.Test> test() {
        return Optional.of(tree.getExpr()).filter(this::isUsual).map(this::test);
    }

    Optional<Quick.Real> number() {
        return Optional.of(tree.getExpr()).filter(this::isUsual).map(this::number);
    }

    private boolean isUsual(CelExpr expr) {
        return switch (expr.getKind()) {
            case CONSTANT -> true;
            case IDENT, SELECT -> isUsualName(name(expr));
            case CALL -> isUsual(expr.call()) && expr.call().args().stream().allMatch(this::isUsual);
            default -> false;
        };
    }

    private boolean isUsualName(String name) {
        Object constant = constants.get(name);
        return constant == null || (constant instanceof Duration duration && duration.toNanosPart() % MICRO == 0);
    }

    private boolean isUsual(CelExpr.CelCall call) {
        String function = call.function();
        List<CelExpr> sides = call.args();
        if (call.target().isPresent()) {
            return false;
        }
        if (Library.LOGIC.contains(function)) {
            return true;
        }
        if (COMPARED.contains(function)) {
            return all(sides, Type.NUMBER) || all(sides, Type.DURATION);
        }
        if (EQUATED.contains(function)) {
            return all(sides, Type.NUMBER)
                    || all(sides, Type.DURATION)
                    || all(sides, Type.TEXT)
                    || all(sides, Type.BOOLEAN);
        }
        if (function.equals("_?_:_")) {
            return is(sides.get(1), Type.NUMBER) || is(sides.get(1), Type.BOOLEAN) || is(sides.get(1), Type.TEXT);
        }
        return (ARITHMETIC.contains(function) || (FUNCTIONS.contains(function) && isWhole(function, sides)))
                && all(sides, Type.NUMBER);
    }

    /** Rounding to a number of digits may come to no result, which is CEL's to tell. */
    private static boolean isWhole(String function, List<CelExpr> sides) {
        return sides.size() == 1 || function.equals("min") || function.equals("max");
    }

    private boolean all(List<CelExpr> sides, Type type) {
        return sides.stream().allMatch(side -> is(side, type));
    }

    private boolean is(CelExpr expr, Type type) {
        CelType known = tree.getType(expr.id()).orElse(null);
        return type.cel().equals(known);
    }

    private String name(CelExpr expr) {
        if (expr.getKind() == CelExpr.ExprKind.Kind.IDENT) {
            return expr.ident().name();
        }
        return name(expr.select().operand()) + "." + expr.select().field();
    }

    private Quick.Test test(CelExpr expr) {
        if (expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            boolean flag = expr.constant().booleanValue();
            return slots -> flag;
        }
        if (expr.getKind() != CelExpr.ExprKind.Kind.CALL) {
            int place = places.applyAsInt(name(expr));
            return slots -> (Boolean) slots.others[place];
        }
        CelExpr.CelCall call = expr.call();
        return switch (call.function()) {
            case "_&&_" -> Quick.and(tests(call));
            case "_||_" -> Quick.or(tests(call));
            case "!_" -> not(test(call.args().getFirst()));
            case "_?_:_" -> choice(call);
            default -> comparison(call);
        };
    }

    private static Quick.Test not(Quick.Test inner) {
        return slots -> !inner.of(slots);
    }

    private Quick.Test[] tests(CelExpr.CelCall call) {
        return call.args().stream().map(this::test).toArray(Quick.Test[]::new);
    }

    private Quick.Test choice(CelExpr.CelCall call) {
        Quick.Test which = test(call.args().get(0));
        Quick.Test yes = test(call.args().get(1));
        Quick.Test no = test(call.args().get(2));
        return slots -> {
            boolean taken = which.of(slots);
            return !slots.fault && (taken ? yes.of(slots) : no.of(slots));
        };
    }

    private Quick.Test comparison(CelExpr.CelCall call) {
        CelExpr left = call.args().get(0);
        CelExpr right = call.args().get(1);
        if (is(left, Type.NUMBER)) {
            return QuickComparison.ofNumbers(call.function(), number(left), number(right), constant(right));
        }
        if (is(left, Type.DURATION)) {
            return QuickComparison.ofSpans(call.function(), span(left), span(right));
        }
        boolean equal = call.function().equals("_==_");
        return is(left, Type.TEXT)
                ? QuickComparison.ofWords(equal, words(left), words(right))
                : QuickComparison.ofTests(equal, test(left), test(right));
    }

    private static Optional<Double> constant(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                ? Optional.of(expr.constant().doubleValue())
                : Optional.empty();
    }

    private Quick.Real number(CelExpr expr) {
        if (expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            double number = expr.constant().doubleValue();
            return slots -> number;
        }
        if (expr.getKind() != CelExpr.ExprKind.Kind.CALL) {
            int place = places.applyAsInt(name(expr));
            return slots -> slots.numbers[place];
        }
        CelExpr.CelCall call = expr.call();
        return call.function().equals("_?_:_")
                ? numberChoice(call)
                : QuickArithmetic.of(
                        call.function(), call.args().stream().map(this::number).toArray(Quick.Real[]::new));
    }

    private Quick.Real numberChoice(CelExpr.CelCall call) {
        Quick.Test which = test(call.args().get(0));
        Quick.Real yes = number(call.args().get(1));
        Quick.Real no = number(call.args().get(2));
        return slots -> {
            boolean taken = which.of(slots);
            return slots.fault ? Double.NaN : taken ? yes.of(slots) : no.of(slots);
        };
    }

    private Quick.Words words(CelExpr expr) {
        if (expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            CelConstant constant = expr.constant();
            String text = constant.stringValue();
            return slots -> text;
        }
        if (expr.getKind() == CelExpr.ExprKind.Kind.CALL) {
            Quick.Test which = test(expr.call().args().get(0));
            Quick.Words yes = words(expr.call().args().get(1));
            Quick.Words no = words(expr.call().args().get(2));
            return slots -> {
                boolean taken = which.of(slots);
                return slots.fault ? "" : taken ? yes.of(slots) : no.of(slots);
            };
        }
        int place = places.applyAsInt(name(expr));
        return slots -> (String) slots.others[place];
    }

    private Quick.Span span(CelExpr expr) {
        String name = name(expr);
        if (constants.get(name) instanceof Duration duration) {
            long micros =
                    Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / MICRO);
            return slots -> micros;
        }
        int place = places.applyAsInt(name);
        return slots -> slots.micros[place];
    }
}
