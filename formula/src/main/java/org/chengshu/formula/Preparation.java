package org.chengshu.formula;

import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;

/**
 * Walks a parsed formula once before its types are checked: makes every number a double, notes which variables are used,
 * and finds what CEL would report less kindly or not at all (unknown names and tables, syntax that formulas do not have).
 */
final class Preparation {
    private final CelSource source;
    private final Signature signature;
    private final Tables tables;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> inputs = new TreeSet<>();
    private final Map<String, Object> constants = new LinkedHashMap<>();
    private long nextId;

    Preparation(CelSource source, Signature signature, Tables tables) {
        this.source = source;
        this.signature = signature;
        this.tables = tables;
        this.nextId = 1
                + source.getPositionsMap().keySet().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0);
    }

    List<Problem> problems() {
        return problems;
    }

    Set<String> inputs() {
        return inputs;
    }

    /** Durations and timestamps of the source, under names that no formula can spell. */
    Map<String, Object> constants() {
        return constants;
    }

    CelExpr prepare(CelExpr expr) {
        return switch (expr.getKind()) {
            case CONSTANT -> constant(expr);
            case IDENT, SELECT -> variable(expr);
            case CALL -> call(expr);
            case LIST -> refuse(expr, Text.of("列表只能用在 in 之后", "a list can only follow 'in'"));
            default -> refuse(expr, Text.of("公式不支持这种写法", "formulas do not have this syntax"));
        };
    }

    private CelExpr constant(CelExpr expr) {
        CelConstant constant = expr.constant();
        return switch (constant.getKind()) {
            case INT64_VALUE -> CelExpr.ofConstant(expr.id(), CelConstant.ofValue((double) constant.int64Value()));
            case DOUBLE_VALUE, STRING_VALUE, BOOLEAN_VALUE -> expr;
            default -> refuse(expr, Text.of("公式不支持这种常量", "formulas do not have this kind of constant"));
        };
    }

    private CelExpr variable(CelExpr expr) {
        Optional<String> name = qualified(expr);
        if (name.isEmpty()) {
            return refuse(expr, Text.of("公式不支持取字段", "formulas cannot take a field of a value"));
        }
        if (signature.find(name.get()).isPresent()) {
            inputs.add(name.get());
            return expr;
        }
        return refuse(
                first(expr),
                unknown("变量", "variable", name.get(), signature.types().keySet()));
    }

    private CelExpr call(CelExpr expr) {
        CelExpr.CelCall call = expr.call();
        String function = call.function();
        if (!Library.isOperator(function) && !Library.NAMES.contains(function)) {
            call.args().forEach(this::prepare);
            return refuse(expr, unknown("函数", "function", function, Library.NAMES));
        }
        if (isLiteral(call)) {
            return literal(expr, call);
        }
        List<CelExpr> arguments = new ArrayList<>();
        for (CelExpr argument : call.args()) {
            boolean listAllowed = function.equals(Library.IN) && !arguments.isEmpty();
            CelExpr side = listAllowed ? list(argument) : prepare(argument);
            arguments.add(Library.LOGIC.contains(function) ? side : settled(side));
        }
        CelExpr prepared = expr.toBuilder()
                .setCall(CelExpr.CelCall.newBuilder()
                        .setTarget(call.target().map(this::prepare))
                        .setFunction(ours(expr))
                        .addArgs(arguments)
                        .build())
                .build();
        return Library.INT_RESULTS.contains(function) ? number(prepared) : prepared;
    }

    private static boolean isLiteral(CelExpr.CelCall call) {
        return (call.function().equals("duration") || call.function().equals("timestamp"))
                && call.target().isEmpty()
                && call.args().size() == 1
                && isText(call.args().getFirst());
    }

    private CelExpr literal(CelExpr expr, CelExpr.CelCall call) {
        CelExpr argument = call.args().getFirst();
        String text = argument.constant().stringValue();
        Optional<? extends Object> value =
                call.function().equals("duration") ? Literals.duration(text) : Literals.timestamp(text);
        if (value.isEmpty()) {
            return refuse(
                    argument,
                    Text.of(
                            "'" + Sources.brief(text) + "' 不是 " + call.function()
                                    + "，例如 '6h' 或 '2026-01-01T00:00:00+08:00'",
                            "'" + Sources.brief(text) + "' is no " + call.function()
                                    + " such as '6h' or '2026-01-01T00:00:00+08:00'"));
        }
        String name = "constant " + constants.size();
        constants.put(name, value.get());
        return CelExpr.ofIdent(expr.id(), name);
    }

    private CelExpr list(CelExpr expr) {
        if (expr.getKind() != CelExpr.ExprKind.Kind.LIST) {
            return refuse(expr, Text.of("in 之后应为列表，如 [1, 2]", "'in' is followed by a list such as [1, 2]"));
        }
        List<CelExpr> elements = new ArrayList<>();
        expr.list().elements().forEach(element -> elements.add(settled(prepare(element))));
        return expr.toBuilder()
                .setList(CelExpr.CelList.newBuilder().addElements(elements).build())
                .build();
    }

    private CelExpr number(CelExpr expr) {
        return called("double", expr);
    }

    /**
     * And and or hand a fault on as a value, which CEL then compares as any other: {@code (1 / 0 > 1 && true) == true}
     * would be false instead of a fault. A choice stops at it.
     */
    private CelExpr settled(CelExpr expr) {
        boolean mayHandOn = expr.getKind() == CelExpr.ExprKind.Kind.CALL
                && Library.JUNCTIONS.contains(expr.call().function());
        return mayHandOn ? called("_?_:_", expr, flag(true), flag(false)) : expr;
    }

    private CelExpr flag(boolean value) {
        return CelExpr.ofConstant(nextId++, CelConstant.ofValue(value));
    }

    private CelExpr called(String function, CelExpr... sides) {
        return CelExpr.newBuilder()
                .setId(nextId++)
                .setCall(CelExpr.CelCall.newBuilder()
                        .setFunction(function)
                        .addArgs(sides)
                        .build())
                .build();
    }

    /** The name under which our own function is declared. */
    private String ours(CelExpr expr) {
        CelExpr.CelCall call = expr.call();
        return switch (call.function()) {
            case Library.DIVIDE -> "divide";
            case Library.REMAINDER -> "remainder";
            case Library.INTERPOLATE, Library.LOOKUP -> reading(expr, call);
            default -> call.function();
        };
    }

    private String reading(CelExpr expr, CelExpr.CelCall call) {
        if (call.args().size() != 2 || !isText(call.args().getFirst())) {
            refuse(
                    expr,
                    Text.of(
                            call.function() + " 需要表的编号（带引号的文本）和一个数",
                            call.function() + " needs the id of a table, as a quoted text, and a number"));
            return call.function();
        }
        String id = call.args().getFirst().constant().stringValue();
        Optional<Table> table = tables.find(id);
        if (table.isEmpty()) {
            refuse(
                    call.args().getFirst(),
                    unknown("表", "table", id, tables.byId().keySet()));
        }
        boolean curve = table.filter(Table.Curve.class::isInstance).isPresent();
        if (table.isPresent() && curve != call.function().equals(Library.INTERPOLATE)) {
            refuse(
                    call.args().getFirst(),
                    Text.of(
                            "interpolate 用于曲线表，lookup 用于分级表",
                            "interpolate reads a curve, lookup reads steps; '" + id + "' is the other kind"));
        }
        if (curve) {
            return Library.INTERPOLATE;
        }
        return table.filter(Table.Levels.class::isInstance).isPresent() ? Library.LOOKUP_NUMBER : Library.LOOKUP_TEXT;
    }

    private static boolean isText(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }

    private static Optional<String> qualified(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT -> Optional.of(expr.ident().name());
            case SELECT ->
                expr.select().testOnly()
                        ? Optional.empty()
                        : qualified(expr.select().operand())
                                .map(name -> name + "." + expr.select().field());
            default -> Optional.empty();
        };
    }

    private static CelExpr first(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.SELECT
                ? first(expr.select().operand())
                : expr;
    }

    private CelExpr refuse(CelExpr expr, Text message) {
        problems.add(Places.problem(location(expr), message));
        return expr;
    }

    private CelSourceLocation location(CelExpr expr) {
        return Optional.ofNullable(source.getPositionsMap().get(expr.id()))
                .flatMap(source::getOffsetLocation)
                .orElse(CelSourceLocation.NONE);
    }

    private static Text unknown(String zh, String en, String name, Collection<String> known) {
        Optional<String> nearest = Nearest.of(name, known);
        return Text.of(
                "没有" + zh + " '" + name + "'"
                        + nearest.map(near -> "，是否为 '" + near + "'？").orElse(""),
                "there is no " + en + " '" + name + "'"
                        + nearest.map(near -> "; did you mean '" + near + "'?").orElse(""));
    }
}
