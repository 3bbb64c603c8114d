package org.chengshu.data.standard.function;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.chengshu.data.standard.Characters;
import org.chengshu.data.standard.StandardOptions;
import org.chengshu.data.standard.Standardised;
import org.chengshu.data.standard.Standardised.Problem;

/** A plain decimal number out of "1,234.50", "１２３４", "3.5万", "(1,234)", "12.5%", "一百二十三", with the unit behind it. */
final class Numbers implements Function<String, Standardised> {
    private static final String ABOUT = "约余多几近逾<>≤≥~±";
    private static final int MOST_SCALE = 20;

    private final NumberScanner scanner;
    private final Optional<String> unit;
    private final Optional<Integer> scale;
    private final boolean whole;

    Numbers(StandardOptions options, boolean whole) {
        this.scanner = new NumberScanner(options.is("decimal", "comma"));
        this.unit = options.find("unit").map(Characters::half);
        this.scale = options.find("scale").map(digits -> scale(digits, options));
        this.whole = whole;
    }

    @Override
    public Standardised apply(String delivered) {
        String text = Characters.half(delivered);
        boolean bracketed = text.length() > 2 && text.charAt(0) == '(' && text.endsWith(")");
        String inner = bracketed ? Characters.trimmed(text.substring(1, text.length() - 1)) : text;
        int at = afterSign(inner);
        if (at >= inner.length() || !scanner.startsAt(inner, at)) {
            return notANumber(inner);
        }
        Optional<Scanned> scanned = scanner.scan(inner, at);
        if (scanned.isEmpty()) {
            return NumberScanner.unreadable();
        }
        boolean negative = at > 0 && "-−–".indexOf(inner.charAt(0)) >= 0;
        return finished(inner, scanned.get(), negative ^ bracketed, bracketed);
    }

    private Standardised finished(String text, Scanned scanned, boolean negative, boolean bracketed) {
        int at = skipBlanks(text, scanned.end());
        BigDecimal value = scanned.value();
        Optional<Multipliers.Found> times = Multipliers.at(text, at);
        if (times.isPresent()) {
            value = value.multiply(times.get().times());
            at = skipBlanks(text, at + times.get().length());
        }
        String behind = text.substring(at);
        if (behind.codePoints().anyMatch(c -> Character.isDigit(c) || ABOUT.indexOf(c) >= 0)) {
            return leftOver(behind);
        }
        return withUnit(negative ? value.negate() : value, behind, bracketed);
    }

    private Standardised withUnit(BigDecimal value, String behind, boolean bracketed) {
        if (unit.isPresent() && !behind.isEmpty() && !behind.equalsIgnoreCase(unit.get())) {
            return Standardised.problem(
                    "UNIT",
                    "单位是“" + behind + "”，应为“" + unit.get() + "”",
                    "the unit is '" + behind + "', not '" + unit.get() + "'");
        }
        if (whole && value.stripTrailingZeros().scale() > 0) {
            return Standardised.problem("NOT_WHOLE", "不是整数", "not a whole number");
        }
        Standardised.Value made = Standardised.of(
                plain(scale.map(digits -> value.setScale(digits, RoundingMode.HALF_UP))
                        .orElse(value)),
                behind.isEmpty() ? Map.of() : Map.of("unit", behind));
        if (bracketed) {
            return made.noting("括号按负数处理", "brackets were taken for a minus");
        }
        return behind.isEmpty() || unit.isPresent()
                ? made
                : made.noting("单位“" + behind + "”未保留", "the unit '" + behind + "' is left out");
    }

    static String plain(BigDecimal value) {
        BigDecimal short_ = value.scale() > 0 ? value.stripTrailingZeros() : value;
        return short_.signum() == 0 ? "0" : short_.toPlainString();
    }

    private static int afterSign(String text) {
        boolean signed = !text.isEmpty() && "+-−–".indexOf(text.charAt(0)) >= 0;
        return signed ? skipBlanks(text, 1) : 0;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Characters.isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static Problem notANumber(String text) {
        return text.codePoints().anyMatch(c -> ABOUT.indexOf(c) >= 0)
                ? leftOver(text)
                : Standardised.problem("NOT_A_NUMBER", "不是数字", "not a number");
    }

    private static Problem leftOver(String behind) {
        return behind.codePoints().anyMatch(c -> ABOUT.indexOf(c) >= 0)
                ? Standardised.problem("APPROXIMATE", "是约数或范围，不是一个数", "an approximation or a range, not one number")
                : Standardised.problem("SEVERAL", "含有多个数", "more than one number");
    }

    private static int scale(String digits, StandardOptions options) {
        if (!Characters.isDigits(digits) || digits.length() > 2 || Integer.parseInt(digits) > MOST_SCALE) {
            throw options.refused("scale", "a number of digits from 0 to " + MOST_SCALE);
        }
        return Integer.parseInt(digits);
    }
}
