package org.chengshu.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chengshu.formula.EvaluationFault.Reason;
import org.junit.jupiter.api.Test;

class FormulaTest {
    private static final Signature SIGNATURE = Signature.of(Map.of(
            "a",
            Type.NUMBER,
            "b",
            Type.NUMBER,
            "on",
            Type.BOOLEAN,
            "s",
            Type.TEXT,
            "d",
            Type.DURATION,
            "t",
            Type.TIMESTAMP));

    @Test
    void namesTheVariablesItUses() {
        Signature qualified = SIGNATURE.with("previous.a", Type.NUMBER).with("previous", Type.NUMBER);

        assertThat(Formulas.compile("a > 1 || previous.a > 2 || min(a, b) > 0", qualified, Type.BOOLEAN)
                        .inputs())
                .containsExactly("a", "b", "previous.a");
        assertThat(Formulas.compile("1 + 1", SIGNATURE, Type.NUMBER).inputs()).isEmpty();
    }

    @Test
    void takesAnyKindOfNumberAndGivesEachTypeOfResult() {
        assertThat(number("a / b", Map.of("a", 1, "b", 4L))).isEqualTo(0.25);
        assertThat(number("a * b", Map.of("a", 1.5f, "b", new BigDecimal("2")))).isEqualTo(3);
        assertThat(Formulas.compile("s + '!'", SIGNATURE, Type.TEXT).text(Map.of("s", "x")))
                .isEqualTo("x!");
        assertThat(Formulas.compile("d + duration('1h')", SIGNATURE, Type.DURATION)
                        .evaluate(Map.of("d", Duration.ZERO)))
                .isEqualTo(Duration.ofHours(1));
        assertThat(Formulas.compile("t + d", SIGNATURE, Type.TIMESTAMP)
                        .evaluate(Map.of("t", Instant.EPOCH, "d", Duration.ofDays(1))))
                .isEqualTo(Instant.EPOCH.plus(Duration.ofDays(1)));
    }

    @Test
    void saysWhyThereIsNoResult() {
        assertThat(reason("a / b", Map.of("a", 1, "b", 0))).isEqualTo(Reason.ARITHMETIC);
        assertThat(reason("a % b", Map.of("a", 1, "b", 0))).isEqualTo(Reason.ARITHMETIC);
        assertThat(reason("a * b", Map.of("a", 1e300, "b", 1e300))).isEqualTo(Reason.ARITHMETIC);
        assertThat(reason("double(s)", Map.of("s", "many"))).isEqualTo(Reason.ARITHMETIC);
        assertThat(reason("a + b", Map.of("a", 1))).isEqualTo(Reason.MISSING);
        assertThat(reason("on ? a : b", Map.of("a", 1, "on", true))).isEqualTo(Reason.MISSING);
        assertThat(reason("a + 1", Map.of("a", "1"))).isEqualTo(Reason.WRONG_TYPE);
        assertThat(reason("a + 1", Map.of("a", Double.NaN))).isEqualTo(Reason.WRONG_TYPE);
        assertThat(reason("on ? 1 : 2", Map.of("on", 1))).isEqualTo(Reason.WRONG_TYPE);
    }

    @Test
    void aFaultWithinALogicIsNoAnswerToWhatIsAskedOfIt() {
        String faulty = "a / b < 1 && on";
        Map<String, Object> values = Map.of("a", 1, "b", 0, "on", true, "s", "x");
        for (String source : List.of(
                "(" + faulty + ") == true",
                "(" + faulty + ") != on",
                "(a / b < 1 || !on) == on",
                "(on ? (" + faulty + ") : on) == true",
                "(" + faulty + ") in [true]",
                "on in [" + faulty + "]")) {
            Formula formula = Formulas.compile(source, SIGNATURE, Type.BOOLEAN);

            assertThat(catchThrowableOfType(EvaluationFault.class, () -> formula.test(values)))
                    .as(source)
                    .isNotNull();
        }
        assertThat(Formulas.compile("(a / b < 1 || on) == true", SIGNATURE, Type.BOOLEAN)
                        .test(values))
                .isTrue();
    }

    @Test
    void isSilentWhileSomethingIsUnknown() {
        Formula sum = Formulas.compile("a + b", SIGNATURE, Type.NUMBER);
        Map<String, Double> values = new HashMap<>(Map.of("a", 1.0));

        assertThat(sum.evaluateIfKnown(values)).isEmpty();
        values.put("b", null);
        assertThat(sum.evaluateIfKnown(values)).isEmpty();
        values.put("b", Double.NaN);
        assertThat(sum.evaluateIfKnown(values)).isEmpty();
        values.put("b", 2.0);
        assertThat(sum.evaluateIfKnown(values)).contains(3.0);
    }

    @Test
    void isAskedForItsOwnTypeOnly() {
        Formula sum = Formulas.compile("a + b", SIGNATURE, Type.NUMBER);

        assertThatIllegalStateException().isThrownBy(() -> sum.test(Map.of("a", 1, "b", 2)));
    }

    @Test
    void servesManyThreadsAtOnce() {
        Formula formula = Formulas.compile("max(a, b) * 2 + (s == 'x' ? 1 : 0)", SIGNATURE, Type.NUMBER);

        List<Double> results = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(i -> formula.number(Map.of("a", i, "b", 100, "s", i % 2 == 0 ? "x" : "y")))
                .toList();

        assertThat(results)
                .isEqualTo(IntStream.range(0, 20_000)
                        .mapToObj(i -> Math.max(i, 100) * 2.0 + (i % 2 == 0 ? 1 : 0))
                        .toList());
    }

    @Test
    void computesAnAirQualitySubIndex() {
        Tables tables = new Tables(Map.of(
                "iaqi-pm25-24h",
                new Table.Curve(
                        List.of(
                                new Table.Point(0, 0),
                                new Table.Point(35, 50),
                                new Table.Point(75, 100),
                                new Table.Point(115, 150)),
                        Table.Beyond.CLAMP)));
        Formula iaqi = Formulas.compile("roundUp(interpolate('iaqi-pm25-24h', a))", SIGNATURE, Type.NUMBER, tables);

        assertThat(iaqi.number(Map.of("a", 35))).isEqualTo(50);
        assertThat(iaqi.number(Map.of("a", 35.1))).isEqualTo(51);
        assertThat(iaqi.number(Map.of("a", 82))).isEqualTo(109);
        assertThat(iaqi.number(Map.of("a", 83))).isEqualTo(110);
    }

    @Test
    void variablesHaveNamesThatAFormulaCanSpell() {
        assertThat(List.of("pm25", "previous.o3_8h", "_x", "type", "string", "duration"))
                .allMatch(Signature::isName);
        assertThat(List.of("", "pm2.5", "PM2,5", "a-b", "温度", ".a", "a.", "a..b", "in", "x.for"))
                .noneMatch(Signature::isName);
        assertThatIllegalArgumentException().isThrownBy(() -> Signature.none().with("2b", Type.NUMBER));
    }

    @Test
    void variablesMayBeCalledAsTypesAndFunctionsAre() {
        for (String name : List.of("int", "type", "list", "double", "min", "size", "duration", "roundUp", "matches")) {
            Signature signature = Signature.none().with(name, Type.NUMBER);
            assertThat(Formulas.compile(name + " + 1", signature, Type.NUMBER).number(Map.of(name, 1)))
                    .isEqualTo(2);
        }
    }

    private static double number(String source, Map<String, ?> values) {
        return Formulas.compile(source, SIGNATURE, Type.NUMBER).number(values);
    }

    private static Reason reason(String source, Map<String, ?> values) {
        return catchThrowableOfType(EvaluationFault.class, () -> number(source, values))
                .reason();
    }
}
