package org.chengshu.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulasTest {
    private static final Signature SIGNATURE = Signature.of(Map.of(
            "pm25", Type.NUMBER,
            "previous.pm25", Type.NUMBER,
            "held.pm25", Type.DURATION,
            "on", Type.BOOLEAN,
            "mode", Type.TEXT,
            "type", Type.NUMBER,
            "now", Type.TIMESTAMP));

    private static final Tables TABLES = new Tables(Map.of(
            "iaqi",
            new Table.Curve(
                    List.of(new Table.Point(0, 0), new Table.Point(35, 50), new Table.Point(75, 100)),
                    Table.Beyond.CLAMP),
            "level",
            new Table.Steps(List.of(0.0, 51.0, 101.0), List.of("优", "良", "轻度污染")),
            "weight",
            new Table.Levels(List.of(0.0, 10.0), List.of(1.0, 2.0))));

    private static final Map<String, Object> VALUES = Map.of(
            "pm25",
            160,
            "previous.pm25",
            5.5,
            "held.pm25",
            Duration.ofHours(7),
            "on",
            true,
            "mode",
            "auto",
            "type",
            3,
            "now",
            Instant.parse("2026-03-01T08:00:00Z"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pm25 > 150",
                "pm25 > 150.5 && previous.pm25 * 2 + 1 == 12",
                "held.pm25 >= duration('6h')",
                "held.pm25 == duration('PT7H') && held.pm25 > duration('6h59m59s999ms') && duration('-1.5h') < duration('1ns')",
                "held.pm25 == duration('7' + 'h') && now < timestamp('2026-03-01T08:00:00.001Z')",
                "pm25 in [1, 160]",
                "mode.startsWith('au') && size(mode) + 1 == 5",
                "now.getHours() + 1 == 9 && now > timestamp('2026-01-01T00:00:00Z')",
                "now.getHours('Asia/Shanghai') == 16",
                "pm25 % 7 == 6 && -pm25 == -160 && int(previous.pm25) == 5",
                "!(on ? pm25 < 1 : true)",
                "type == 3",
                "min(pm25, 3, 2) == 2 && max(1, pm25) == 160 && max(1, 2, 3, 4, 5, 6, 7, 8) == 8",
                "abs(-3) == 3 && roundUp(50.0000000001) == 50 && roundUp(50.1) == 51 && roundHalf(2.5) == 3",
                "roundEven(2.5) == 2 && roundEven(0.125, 2) == 0.12 && roundHalf(0.125, 2) == 0.13",
                "interpolate('iaqi', 35) == 50 && interpolate('iaqi', 55) == 75 && interpolate('iaqi', 500) == 100",
                "lookup('level', 50) == '优' && lookup('level', 51) == '良' && lookup('weight', 12) * 2 == 4",
                "now - timestamp('2026-03-01T02:00:00Z') == duration('6h') && held.pm25.getHours() == 7",
            })
    void holds(String source) {
        assertThat(Formulas.compile(source, SIGNATURE, Type.BOOLEAN, TABLES).test(VALUES))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pm26 > 1 | 1:1 there is no variable 'pm26'; did you mean 'pm25'?",
                "on && previous.pm26 > 1 | 1:7 there is no variable 'previous.pm26'; did you mean 'previous.pm25'?",
                "on && roundup(pm25) > 1 | 1:14 there is no function 'roundup'; did you mean 'roundUp'?",
                "interpolate('iaqj', 1) > 1 | 1:13 there is no table 'iaqj'; did you mean 'iaqi'?",
                "pm25 > 'a' | 1:6 '>' cannot be applied to (number, text)",
                "pm25 | 1:1 the formula gives number, but here it must give boolean",
                "pm25 > | 1:7 syntax: mismatched input '<EOF>'",
                "[1].exists(x, x == 1) | 1:11 there is no function 'exists'",
                "dyn(1) == 1 | 1:4 there is no function 'dyn'",
                "mode.size | 1:1 there is no variable 'mode.size'",
                "held.pm25 > duration('6x') | 1:22 '6x' is no duration such as '6h' or '2026-01-01T00:00:00+08:00'",
                "b'a' == b'a' | 1:1 formulas do not have this kind of constant",
            })
    void refuses(String source, String problem) {
        FormulaFault fault = catchThrowableOfType(
                FormulaFault.class, () -> Formulas.compile(source, SIGNATURE, Type.BOOLEAN, TABLES));

        assertThat(fault.problems()).extracting(Problem::toString).contains(problem);
    }
}
