package org.chengshu.formula;

import java.util.Optional;

/** Comparisons as steps. A fault on a side is a fault of the whole. */
final class QuickComparison {
    private QuickComparison() {}

    static Quick.Test ofNumbers(String operator, Quick.Real left, Quick.Real right, Optional<Double> limit) {
        return limit.isPresent() ? withLimit(operator, left, limit.get()) : ofNumbers(operator, left, right);
    }

    private static Quick.Test withLimit(String operator, Quick.Real left, double limit) {
        return switch (operator) {
            case "_<_" -> slots -> left.of(slots) < limit;
            case "_<=_" -> slots -> left.of(slots) <= limit;
            case "_>_" -> slots -> left.of(slots) > limit;
            case "_>=_" -> slots -> left.of(slots) >= limit;
            case "_==_" -> slots -> left.of(slots) == limit;
            default -> slots -> left.of(slots) != limit;
        };
    }

    private static Quick.Test ofNumbers(String operator, Quick.Real left, Quick.Real right) {
        return switch (operator) {
            case "_<_" -> slots -> left.of(slots) < right.of(slots);
            case "_<=_" -> slots -> left.of(slots) <= right.of(slots);
            case "_>_" -> slots -> left.of(slots) > right.of(slots);
            case "_>=_" -> slots -> left.of(slots) >= right.of(slots);
            case "_==_" -> slots -> left.of(slots) == right.of(slots);
            default -> slots -> left.of(slots) != right.of(slots);
        };
    }

    static Quick.Test ofSpans(String operator, Quick.Span left, Quick.Span right) {
        return switch (operator) {
            case "_<_" -> slots -> left.of(slots) < right.of(slots);
            case "_<=_" -> slots -> left.of(slots) <= right.of(slots);
            case "_>_" -> slots -> left.of(slots) > right.of(slots);
            case "_>=_" -> slots -> left.of(slots) >= right.of(slots);
            case "_==_" -> slots -> left.of(slots) == right.of(slots);
            default -> slots -> left.of(slots) != right.of(slots);
        };
    }

    static Quick.Test ofWords(boolean equal, Quick.Words left, Quick.Words right) {
        return slots -> left.of(slots).equals(right.of(slots)) == equal;
    }

    static Quick.Test ofTests(boolean equal, Quick.Test left, Quick.Test right) {
        return slots -> {
            boolean first = left.of(slots);
            return !slots.fault && (first == right.of(slots)) == equal;
        };
    }
}
