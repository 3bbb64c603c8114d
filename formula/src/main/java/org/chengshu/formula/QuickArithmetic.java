package org.chengshu.formula;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Arithmetic as steps. A fault stays a fault: no step here takes it back, and only logic asks a side after one. */
final class QuickArithmetic {
    private QuickArithmetic() {}

    static Quick.Real of(String function, Quick.Real... sides) {
        Quick.Real first = sides[0];
        return switch (function) {
            case "_+_" -> sum(first, sides[1]);
            case "_-_" -> difference(first, sides[1]);
            case "_*_" -> product(first, sides[1]);
            case "divide" -> slots -> Quick.divide(first, sides[1], slots);
            case "remainder" -> slots -> Quick.remainder(first, sides[1], slots);
            case "-_" -> slots -> -first.of(slots);
            case "abs" -> of(first, Math::abs);
            case "roundUp" -> of(first, Rounding::up);
            case "roundHalf" -> of(first, Rounding::half);
            case "roundEven" -> of(first, Rounding::even);
            case "min" -> folded(sides, Math::min);
            default -> folded(sides, Math::max);
        };
    }

    private static Quick.Real sum(Quick.Real left, Quick.Real right) {
        return slots -> left.of(slots) + right.of(slots);
    }

    private static Quick.Real difference(Quick.Real left, Quick.Real right) {
        return slots -> left.of(slots) - right.of(slots);
    }

    private static Quick.Real product(Quick.Real left, Quick.Real right) {
        return slots -> left.of(slots) * right.of(slots);
    }

    private static Quick.Real of(Quick.Real inner, DoubleUnaryOperator function) {
        return slots -> function.applyAsDouble(inner.of(slots));
    }

    private static Quick.Real folded(Quick.Real[] sides, DoubleBinaryOperator function) {
        return slots -> {
            double folded = sides[0].of(slots);
            for (int i = 1; i < sides.length; i++) {
                folded = function.applyAsDouble(folded, sides[i].of(slots));
            }
            return folded;
        };
    }
}
