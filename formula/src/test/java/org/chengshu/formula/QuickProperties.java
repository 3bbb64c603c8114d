package org.chengshu.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is asked by place without CEL means what CEL means by it. */
class QuickProperties {
    private static final List<String> NAMES = List.of("a", "b", "previous.a", "held.a", "held.b", "mode", "flag");
    private static final Signature SIGNATURE = Signature.of(Map.of(
            "a",
            Type.NUMBER,
            "b",
            Type.NUMBER,
            "previous.a",
            Type.NUMBER,
            "held.a",
            Type.DURATION,
            "held.b",
            Type.DURATION,
            "mode",
            Type.TEXT,
            "flag",
            Type.BOOLEAN));

    @Property(tries = 1_500)
    void aQuestionByPlaceHasTheAnswerOfCel(
            @ForAll("questions") String source, @ForAll("values") List<Map<String, Object>> values) {
        Formula formula = Formulas.compile(source, SIGNATURE, Type.BOOLEAN);
        BoundFormula bound = formula.bind(NAMES::indexOf);

        assertThat(bound.isQuick()).isTrue();
        for (Map<String, Object> one : values) {
            assertThat(bound.ask(slots(one))).as("%s with %s", source, one).isEqualTo(byCel(formula, one));
        }
    }

    @Property(tries = 1_500)
    void aNumberByPlaceIsTheNumberOfCel(
            @ForAll("sums") String source, @ForAll("values") List<Map<String, Object>> values) {
        Formula formula = Formulas.compile(source, SIGNATURE, Type.NUMBER);
        BoundFormula bound = formula.bind(NAMES::indexOf);

        assertThat(bound.isQuick()).isTrue();
        for (Map<String, Object> one : values) {
            Optional<Object> here = bound.number(slots(one)).stream()
                    .mapToObj(Object.class::cast)
                    .findFirst();
            assertThat(here).as("%s with %s", source, one).isEqualTo(byCel(formula, one));
        }
    }

    private static Optional<Object> byCel(Formula formula, Map<String, Object> values) {
        try {
            return formula.evaluateIfKnown(values);
        } catch (EvaluationFault e) {
            return Optional.empty();
        }
    }

    private static Slots slots(Map<String, Object> values) {
        Slots slots = new Slots(NAMES.size());
        values.forEach((name, value) -> {
            int place = NAMES.indexOf(name);
            switch (value) {
                case Double number -> slots.setNumber(place, number);
                case Boolean flag -> slots.setBoolean(place, flag);
                case Duration span -> slots.setDuration(place, span.toNanos() / 1_000);
                default -> slots.setText(place, (String) value);
            }
        });
        return slots;
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> values() {
        Arbitrary<Double> numbers = Arbitraries.of(
                0.0, -0.0, 1.0, -1.0, 2.0, 0.1, 3.5, 150.0, 1e308, -1e308, 1e-300, 2.5, Double.NaN, 7.25);
        Arbitrary<Duration> spans = Arbitraries.of(
                Duration.ZERO,
                Duration.ofMinutes(30),
                Duration.ofSeconds(-1),
                Duration.ofNanos(1_000),
                Duration.ofHours(2));
        Arbitrary<Map<String, Object>> one = Combinators.combine(
                        numbers,
                        numbers,
                        numbers.optional(0.9),
                        spans,
                        spans,
                        Arbitraries.of("on", "off", ""),
                        Arbitraries.of(true, false))
                .as((a, b, previous, held, heldB, mode, flag) -> {
                    Map<String, Object> values = new HashMap<>(
                            Map.of("a", a, "b", b, "held.a", held, "held.b", heldB, "mode", mode, "flag", flag));
                    previous.ifPresent(number -> values.put("previous.a", number));
                    return values;
                });
        return one.list().ofSize(8);
    }

    @Provide
    Arbitrary<String> questions() {
        return question(3);
    }

    @Provide
    Arbitrary<String> sums() {
        return number(4);
    }

    private static Arbitrary<String> question(int depth) {
        Arbitrary<String> compared = Combinators.combine(
                        number(Math.min(depth, 2)),
                        Arbitraries.of("<", "<=", ">", ">=", "==", "!="),
                        number(Math.min(depth, 2)))
                .as((left, operator, right) -> "(" + left + ") " + operator + " (" + right + ")");
        Arbitrary<String> spans = Combinators.combine(
                        Arbitraries.of("held.a", "held.b", "duration('30m')", "duration('PT0.000001S')"),
                        Arbitraries.of("<", "<=", ">", ">=", "==", "!="),
                        Arbitraries.of("held.a", "held.b", "duration('2h')", "duration('-1s')"))
                .as((left, operator, right) -> left + " " + operator + " " + right);
        Arbitrary<String> plain =
                Arbitraries.of("flag", "true", "false", "mode == 'on'", "mode != 'off'", "'' == mode");
        Arbitrary<String> leaf = Arbitraries.oneOf(compared, spans, plain);
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<String> inner = question(depth - 1).map(text -> "(" + text + ")");
        return Arbitraries.oneOf(
                leaf,
                inner.map(text -> "!" + text),
                Combinators.combine(inner, Arbitraries.of("&&", "||", "==", "!="), inner)
                        .as((left, operator, right) -> left + " " + operator + " " + right),
                Combinators.combine(inner, inner, inner).as((c, yes, no) -> c + " && " + yes + " && " + no),
                Combinators.combine(inner, inner, inner).as((c, yes, no) -> c + " ? " + yes + " : " + no));
    }

    private static Arbitrary<String> number(int depth) {
        Arbitrary<String> leaf = Arbitraries.of("a", "b", "previous.a", "0", "1", "150", "2.5", "1e308", "-3");
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<String> inner = number(depth - 1).map(text -> "(" + text + ")");
        return Arbitraries.oneOf(
                leaf,
                inner.map(text -> "-" + text),
                Combinators.combine(inner, Arbitraries.of("+", "-", "*", "/", "%"), inner)
                        .as((left, operator, right) -> left + " " + operator + " " + right),
                Combinators.combine(Arbitraries.of("abs", "roundUp", "roundHalf", "roundEven"), inner)
                        .as((function, text) -> function + "(" + text + ")"),
                Combinators.combine(Arbitraries.of("min", "max"), inner, inner)
                        .as((function, left, right) -> function + "(" + left + ", " + right + ", 4)"),
                Combinators.combine(question(0), inner, inner).as((c, yes, no) -> "(" + c + ") ? " + yes + " : " + no));
    }
}
