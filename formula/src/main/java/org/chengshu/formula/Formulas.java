package org.chengshu.formula;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.chengshu.kernel.Text;

/**
 * Compiles formulas: CEL without macros, maps and messages, and with one kind of number. A number without a point is a
 * double as any other, so {@code pm25 > 150} and {@code pm25 / 2} do what they say; division by zero is a fault instead
 * of infinity. Beside CEL's operators and its functions on texts, times and durations there are {@code interpolate} and
 * {@code lookup} on tables, {@code roundUp}, {@code roundHalf}, {@code roundEven}, {@code abs}, and {@code min} and
 * {@code max} of 2 to 8 numbers. Safe for many threads.
 */
public final class Formulas {
    /** The longest source, in characters. */
    public static final int MAX_SOURCE = 2_000;

    private static final int DEEPEST = 100;
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(MAX_SOURCE)
            .maxParseRecursionDepth(DEEPEST)
            .build();

    private Formulas() {}

    /** Compiles a formula that uses no table. */
    public static Formula compile(String source, Signature signature, Type result) {
        return compile(source, signature, result, Tables.none());
    }

    /** Compiles a formula; all problems found are thrown at once as a {@link FormulaFault}. */
    public static Formula compile(String source, Signature signature, Type result, Tables tables) {
        if (source.isBlank() || source.length() > MAX_SOURCE) {
            throw new FormulaFault(source, List.of(new Problem(1, 1, length())));
        }
        CelCompiler compiler = compiler(signature);
        CelAbstractSyntaxTree parsed = tree(source, compiler.parse(source), Places::syntax);
        Preparation preparation = new Preparation(parsed.getSource(), signature, tables);
        CelAbstractSyntaxTree prepared =
                CelAbstractSyntaxTree.newParsedAst(preparation.prepare(parsed.getExpr()), parsed.getSource());
        if (!preparation.problems().isEmpty()) {
            throw fault(source, preparation.problems());
        }
        CelAbstractSyntaxTree checked = tree(source, compiler.check(prepared), Places::types);
        if (!checked.getResultType().equals(result.cel())) {
            throw new FormulaFault(
                    source, List.of(new Problem(1, 1, Places.wrongResult(checked.getResultType(), result))));
        }
        try {
            return new Formula(
                    source,
                    signature,
                    preparation.inputs(),
                    result,
                    runtime(tables).createProgram(checked));
        } catch (CelEvaluationException e) {
            throw new FormulaFault(
                    source, List.of(new Problem(1, 1, Text.of("无法编译：" + e.getMessage(), e.getMessage()))));
        }
    }

    private static CelCompiler compiler(Signature signature) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(Library.standard())
                .addFunctionDeclarations(Library.declarations());
        signature.types().forEach((name, type) -> builder.addVar(name, type.cel()));
        return builder.build();
    }

    private static CelRuntime runtime(Tables tables) {
        return CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(OPTIONS)
                .addFunctionBindings(Bindings.of(tables))
                .build();
    }

    private static CelAbstractSyntaxTree tree(
            String source, CelValidationResult result, Function<CelIssue, Problem> inOurWords) {
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw fault(source, e.getErrors().stream().map(inOurWords).toList());
        }
    }

    private static FormulaFault fault(String source, List<Problem> problems) {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        return new FormulaFault(source, sorted);
    }

    private static Text length() {
        return Text.of("公式应为 1 至 " + MAX_SOURCE + " 个字符", "a formula has 1 to " + MAX_SOURCE + " characters");
    }
}
