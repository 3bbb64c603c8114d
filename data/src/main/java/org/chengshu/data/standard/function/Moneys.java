package org.chengshu.data.standard.function;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.chengshu.data.standard.Characters;
import org.chengshu.data.standard.StandardOptions;
import org.chengshu.data.standard.Standardised;

/**
 * One amount of money in the base unit of its currency. Every character has to be understood: what is neither number, unit,
 * currency nor a bracket makes a problem. A currency that is not written is not invented.
 */
final class Moneys implements Function<String, Standardised> {
    private final Optional<String> currency;
    private final Optional<String> only;
    private final Optional<String> unit;
    private final Optional<BigDecimal> factor;

    Moneys(StandardOptions options) {
        this.currency = code(options, "currency");
        this.only = code(options, "only");
        this.unit = options.find("unit");
        this.factor = unit.map(Multipliers::of);
    }

    @Override
    public Standardised apply(String text) {
        MoneyReader reader = new MoneyReader(Characters.half(text));
        Optional<Standardised.Problem> wrong = reader.read();
        if (wrong.isPresent()) {
            return wrong.get();
        }
        BigDecimal amount = reader.unitWritten()
                ? reader.amount()
                : factor.map(times -> reader.amount().multiply(times)).orElse(reader.amount());
        return inCurrency(amount, reader);
    }

    private Standardised inCurrency(BigDecimal amount, MoneyReader reader) {
        Optional<String> written = reader.currency();
        if (written.isEmpty() && reader.severalCurrencies()) {
            boolean told = currency.filter(reader::mayBe).isPresent();
            if (!told) {
                return Standardised.problem(
                        "CURRENCY_AMBIGUOUS",
                        "币种符号可指多种货币，请用选项 currency 指明",
                        "the sign stands for several currencies; say which by the option currency");
            }
        }
        Optional<String> code = written.or(() -> currency);
        if (only.isPresent() && code.isPresent() && !only.equals(code)) {
            return Standardised.problem(
                    "CURRENCY",
                    "币种是 " + code.get() + "，应为 " + only.get(),
                    "the currency is " + code.get() + ", not " + only.get());
        }
        return made(amount, code, reader, written.isEmpty() && code.isPresent());
    }

    private Standardised made(BigDecimal amount, Optional<String> code, MoneyReader reader, boolean taken) {
        String plain = Numbers.plain(amount);
        Map<String, String> parts = new HashMap<>(4);
        parts.put("amount", plain);
        code.ifPresent(known -> parts.put("currency", known));
        if (reader.unitWritten()) {
            parts.put("unit", reader.unit());
        }
        Standardised.Value value =
                Standardised.of(code.map(known -> plain + " " + known).orElse(plain), parts);
        if (!reader.unitWritten() && unit.isPresent()) {
            return value.noting("未写单位，按“" + unit.get() + "”", "no unit was written; taken as " + unit.get());
        }
        return taken ? value.noting("未写币种，按 " + code.get(), "no currency was written; taken as " + code.get()) : value;
    }

    private static Optional<String> code(StandardOptions options, String name) {
        Optional<String> code = options.find(name);
        if (code.isPresent() && !Currencies.isCode(code.get())) {
            throw options.refused(name, "no code of ISO 4217 that this function knows");
        }
        return code;
    }
}
