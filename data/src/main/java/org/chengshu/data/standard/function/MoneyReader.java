package org.chengshu.data.standard.function;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.chengshu.data.standard.Characters;
import org.chengshu.data.standard.Standardised;
import org.chengshu.data.standard.Standardised.Problem;

/** Goes through one text of money from left to right. For one text and one thread. */
final class MoneyReader {
    private static final String FILLING = "()[]{}:/整正";
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final BigDecimal ABOVE_ALL = BigDecimal.TEN.pow(40);
    private static final Set<String> YEN_SIGN = Set.of("CNY", "JPY");
    private static final NumberScanner NUMBERS = new NumberScanner(false);

    private final String text;
    private int at;
    private BigDecimal amount = BigDecimal.ZERO;
    private BigDecimal open = BigDecimal.ZERO;
    private BigDecimal lastTimes = ABOVE_ALL;
    private boolean opened;
    private boolean numbered;
    private boolean ended;
    private boolean negative;
    private final StringBuilder unit = new StringBuilder(4);
    private Set<String> currencies = Set.of();

    MoneyReader(String text) {
        this.text = text;
    }

    Optional<Problem> read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Characters.isBlank(c) || FILLING.indexOf(c) >= 0) {
                at++;
                continue;
            }
            Optional<Problem> wrong = NUMBERS.startsAt(text, at) && !isUnit(c) ? number() : word(c);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return end();
    }

    /** In the base unit, sign included. */
    BigDecimal amount() {
        return negative ? amount.negate() : amount;
    }

    boolean unitWritten() {
        return !unit.isEmpty();
    }

    String unit() {
        return unit.toString();
    }

    Optional<String> currency() {
        if (currencies.size() == 1) {
            return Optional.of(currencies.iterator().next());
        }
        return currencies.equals(YEN_SIGN) ? Optional.of("CNY") : Optional.empty();
    }

    boolean severalCurrencies() {
        return currencies.size() > 1;
    }

    boolean mayBe(String code) {
        return currencies.contains(code);
    }

    // 十 behind a number multiplies it, elsewhere it starts one.
    private boolean isUnit(char c) {
        return opened && ChineseNumerals.unit(c) > 0;
    }

    private Optional<Problem> number() {
        if (opened || ended) {
            return wrong("SEVERAL", "含有多个数", "more than one number");
        }
        Optional<Scanned> scanned = NUMBERS.scan(text, at);
        if (scanned.isEmpty()) {
            return Optional.of(NumberScanner.unreadable());
        }
        if (scanned.get().chinese()
                && ChineseNumerals.unit(text.charAt(scanned.get().end() - 1)) >= 10_000) {
            unit.append(text.charAt(scanned.get().end() - 1));
        }
        open = scanned.get().value();
        opened = true;
        numbered = true;
        at = scanned.get().end();
        return Optional.empty();
    }

    private Optional<Problem> word(char c) {
        // Before 元 a currency's own name is tried: 日元 is not a unit.
        Optional<Currencies.Word> currency = Currencies.at(text, at);
        if (currency.isPresent()) {
            at += currency.get().text().length();
            return currency(currency.get());
        }
        Optional<Multipliers.Found> times = Multipliers.at(text, at);
        if (times.isPresent()) {
            return multiply(times.get());
        }
        return switch (c) {
            case '元', '圆', '圓', '块' -> base(c);
            case '角' -> fraction(c, TENTH);
            case '分' -> fraction(c, HUNDREDTH);
            case '-', '−' -> sign();
            default -> unknown();
        };
    }

    private Optional<Problem> currency(Currencies.Word word) {
        if (currencies.isEmpty()) {
            currencies = word.codes();
            return Optional.empty();
        }
        Set<String> both = new HashSet<>(currencies);
        both.retainAll(word.codes());
        if (both.isEmpty()) {
            return wrong("CURRENCIES", "写有两种币种", "two currencies are written");
        }
        currencies = Set.copyOf(both);
        return Optional.empty();
    }

    private Optional<Problem> multiply(Multipliers.Found times) {
        unit.append(text, at, at + times.length());
        at += times.length();
        if (!opened) {
            return numbered ? wrong("UNITS", "写有两个单位", "two units are written") : missing();
        }
        return add(times.times());
    }

    private Optional<Problem> base(char c) {
        at++;
        unit.append(c);
        ended |= !isFractionAhead();
        return opened ? add(BigDecimal.ONE) : numbered ? Optional.empty() : missing();
    }

    private boolean isFractionAhead() {
        return at < text.length() && NUMBERS.startsAt(text, at);
    }

    private Optional<Problem> fraction(char c, BigDecimal part) {
        at++;
        unit.append(c);
        return opened ? add(part) : missing();
    }

    private Optional<Problem> sign() {
        if (numbered) {
            return wrong("RANGE", "是范围，不是一个金额", "a range, not one amount");
        }
        at++;
        negative = true;
        return Optional.empty();
    }

    /** A number with its unit; units fall from left to right, and no number reaches the unit before it. */
    private Optional<Problem> add(BigDecimal times) {
        if (times.compareTo(lastTimes) >= 0 || open.multiply(times).compareTo(lastTimes) >= 0) {
            return wrong("UNITS", "单位顺序不成立", "the units are not in order");
        }
        amount = amount.add(open.multiply(times));
        lastTimes = times;
        opened = false;
        return Optional.empty();
    }

    private Optional<Problem> end() {
        if (!numbered) {
            return missing();
        }
        if (opened && unitWritten() && amount.signum() != 0) {
            return wrong("UNIT_MISSING", "最后一个数没有单位", "the last number has no unit");
        }
        return opened ? add(BigDecimal.ONE) : Optional.empty();
    }

    private Optional<Problem> unknown() {
        int end = text.offsetByCodePoints(at, 1);
        String sign = text.substring(at, end);
        if ("约余多几近逾<>≤≥~±以左上下不".contains(sign)) {
            return wrong("APPROXIMATE", "是约数或范围，不是一个金额", "an approximation or a range, not one amount");
        }
        return wrong("MONEY_WORD", "无法理解“" + sign + "”", "'" + sign + "' is not understood");
    }

    private static Optional<Problem> missing() {
        return wrong("NUMBER_MISSING", "没有数字", "there is no number");
    }

    private static Optional<Problem> wrong(String code, String zh, String en) {
        return Optional.of(Standardised.problem(code, zh, en));
    }
}
