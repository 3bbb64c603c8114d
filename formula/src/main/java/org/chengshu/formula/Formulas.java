package org.chengshu.formula;

import dev.cel.checker.CelChecker;
import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import java.time.Duration;
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

    private static final CelParser PARSER =
            CelParserFactory.standardCelParserBuilder().setOptions(OPTIONS).build();

    private static final CelChecker CHECKER = CelCompilerFactory.standardCelCheckerBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(Library.standard())
            .addFunctionDeclarations(Library.declarations())
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
        CelAbstractSyntaxTree parsed = tree(source, PARSER.parse(source), Places::syntax);
        Preparation preparation = new Preparation(parsed.getSource(), signature, tables);
        CelAbstractSyntaxTree prepared =
                CelAbstractSyntaxTree.newParsedAst(preparation.prepare(parsed.getExpr()), parsed.getSource());
        if (!preparation.problems().isEmpty()) {
            throw fault(source, preparation.problems());
        }
        CelChecker checker = checker(signature, preparation);
        CelAbstractSyntaxTree checked = tree(source, checker.check(prepared), Places::types);
        if (!checked.getResultType().equals(result.cel())) {
            Text message = Places.wrongResult(checked.getResultType(), result);
            throw new FormulaFault(source, List.of(new Problem(1, 1, message)));
        }
        return new Formula(
                source,
                result,
                inputs(signature, preparation),
                preparation.constants(),
                checked,
                plan(checked, tables));
    }

    private static List<Input> inputs(Signature signature, Preparation preparation) {
        return preparation.inputs().stream()
                .map(name -> new Input(name, signature.types().get(name)))
                .toList();
    }

    private static CelChecker checker(Signature signature, Preparation preparation) {
        CelCheckerBuilder builder = CHECKER.toCheckerBuilder();
        preparation
                .inputs()
                .forEach(name -> builder.addVarDeclarations(CelVarDecl.newVarDeclaration(
                        name, signature.types().get(name).cel())));
        preparation
                .constants()
                .forEach((name, value) -> builder.addVarDeclarations(CelVarDecl.newVarDeclaration(
                        name, (value instanceof Duration ? Type.DURATION : Type.TIMESTAMP).cel())));
        return builder.build();
    }

    private static Program plan(CelAbstractSyntaxTree checked, Tables tables) {
        try {
            return CelRuntimeFactory.plannerRuntimeBuilder()
                    .setOptions(OPTIONS)
                    .addFunctionBindings(Bindings.of(tables))
                    .build()
                    .createProgram(checked);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked formula could not be planned", e);
        }
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
