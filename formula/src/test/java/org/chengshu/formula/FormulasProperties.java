package org.chengshu.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

class FormulasProperties {
    private static final Signature SIGNATURE =
            Signature.of(Map.of("pm25", Type.NUMBER, "mode", Type.TEXT, "held.pm25", Type.DURATION));
    private static final Tables TABLES = new Tables(Map.of(
            "curve", new Table.Curve(List.of(new Table.Point(0, 0), new Table.Point(1, 1)), Table.Beyond.CLAMP)));

    @Property(tries = 40)
    void anIntegerAndTheSameNumberWithAPointMeanTheSame(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double x, @ForAll @IntRange(min = 1, max = 1_000_000) int n) {
        for (String operator : List.of("+", "-", "*", "/", "%")) {
            double whole = number("pm25 " + operator + " " + n, x);
            assertThat(whole).isEqualTo(number("pm25 " + operator + " " + n + ".0", x));
            assertThat(whole).isEqualTo(number(n + " - " + n + " + pm25 " + operator + " " + n, x), withinNoise(whole));
        }
        for (String operator : List.of("<", "<=", ">", ">=", "==", "!=")) {
            String test = String.format(Locale.ROOT, "pm25 %s %d ? 1 : 0", operator, n);
            assertThat(number(test, x)).isEqualTo(number(test.replace(" ?", ".0 ?"), x));
        }
    }

    @Property(tries = 2_000)
    void anySourceCompilesOrIsRefusedWithAPlace(@ForAll("sources") String source) {
        try {
            Formula formula = Formulas.compile(source, SIGNATURE, Type.BOOLEAN, TABLES);
            assertThat(formula.inputs()).isSubsetOf(SIGNATURE.types().keySet());
        } catch (FormulaFault fault) {
            assertThat(fault.problems()).isNotEmpty().allMatch(problem -> problem.line() > 0 && problem.column() > 0);
        }
    }

    @Property(tries = 20)
    void aSourceOfAnyDepthCompilesOrIsRefused(@ForAll @IntRange(min = 1, max = 2_200) int depth) {
        for (String piece : List.of("(", "-", "!", "1+", "pm25 > 1 || ", "true ? true : ", "abs(")) {
            String source = piece.repeat(Math.max(1, depth / piece.length())) + "1";
            assertThat(outcome(source)).isIn("compiled", "refused");
        }
    }

    private static String outcome(String source) {
        try {
            Formulas.compile(source, SIGNATURE, Type.NUMBER, TABLES).evaluateIfKnown(Map.of("pm25", 1));
            return "compiled";
        } catch (FormulaFault fault) {
            return "refused";
        }
    }

    @Provide
    Arbitrary<String> sources() {
        Arbitrary<String> pieces = Arbitraries.of(
                "pm25",
                "pm26",
                "held.pm25",
                "mode",
                "held",
                ".",
                "(",
                ")",
                "[",
                "]",
                "{",
                "}",
                "1",
                "2.5",
                "1u",
                "0x1F",
                "'a'",
                "b'a'",
                "'",
                "\"",
                "null",
                "true",
                "duration('6h')",
                "duration('x')",
                ">",
                "==",
                "+",
                "/",
                "%",
                "-",
                "&&",
                "||",
                "!",
                "?",
                ":",
                ",",
                "in",
                "size(",
                "min(",
                "interpolate('curve',",
                "lookup('curve',",
                "interpolate(mode,",
                "has(",
                "exists(",
                "int(",
                "type(",
                "\n",
                " ",
                "//",
                "温度",
                "\\",
                "`",
                "@in",
                "for",
                "9223372036854775808",
                "1e999",
                "timestamp(1)",
                "google.protobuf.Duration{}",
                "?.",
                "[?1]");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(12).map(list -> String.join(" ", list)),
                Arbitraries.strings().ofMaxLength(40));
    }

    private static double number(String source, double pm25) {
        return Formulas.compile(source, SIGNATURE, Type.NUMBER).number(Map.of("pm25", pm25));
    }

    private static Offset<Double> withinNoise(double value) {
        return within(1e-6 + Math.abs(value) * 1e-9);
    }
}
