package org.chengshu.formula;

import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** What our own functions do. */
@SuppressWarnings("Immutable") // every function bound here is stateless, and tables are immutable records
final class Bindings {
    private Bindings() {}

    static List<CelFunctionBinding> of(Tables tables) {
        List<CelFunctionBinding> all = new ArrayList<>();
        all.add(binary("divide", (a, b) -> a / notZero(b)));
        all.add(binary("remainder", (a, b) -> a % notZero(b)));
        all.add(unary("roundUp", Rounding::up));
        all.add(unary("abs", Math::abs));
        all.add(unary("roundHalf", Rounding::half));
        all.add(binary("roundHalf", Rounding::half));
        all.add(unary("roundEven", Rounding::even));
        all.add(binary("roundEven", Rounding::even));
        for (int count = 2; count <= Library.MOST_ARGUMENTS; count++) {
            all.add(folding("min", count, Math::min));
            all.add(folding("max", count, Math::max));
        }
        all.add(reading(Library.INTERPOLATE, tables, (table, x) -> ((Table.Curve) table).at(x)));
        all.add(reading(Library.LOOKUP_TEXT, tables, (table, x) -> ((Table.Steps) table).at(x)));
        all.add(reading(Library.LOOKUP_NUMBER, tables, (table, x) -> ((Table.Levels) table).at(x)));
        return all;
    }

    private static CelFunctionBinding unary(String name, DoubleUnaryOperator function) {
        return CelFunctionBinding.from(Library.overload(name, 1), Double.class, function::applyAsDouble);
    }

    private static CelFunctionBinding binary(String name, DoubleBinaryOperator function) {
        return CelFunctionBinding.from(Library.overload(name, 2), Double.class, Double.class, function::applyAsDouble);
    }

    private static CelFunctionBinding folding(String name, int count, DoubleBinaryOperator function) {
        if (count == 2) {
            return binary(name, function);
        }
        return CelFunctionBinding.from(
                Library.overload(name, count), Collections.nCopies(count, Double.class), arguments -> {
                    double folded = (Double) arguments[0];
                    for (int i = 1; i < arguments.length; i++) {
                        folded = function.applyAsDouble(folded, (Double) arguments[i]);
                    }
                    return folded;
                });
    }

    private static CelFunctionBinding reading(String name, Tables tables, BiFunction<Table, Double, Object> function) {
        return CelFunctionBinding.from(
                Library.overload(name, 2),
                String.class,
                Double.class,
                (id, x) -> function.apply(tables.byId().get(id), x));
    }

    private static double notZero(double divisor) {
        if (divisor == 0) {
            throw new EvaluationFault(EvaluationFault.Reason.ARITHMETIC, "division by zero");
        }
        return divisor;
    }
}
