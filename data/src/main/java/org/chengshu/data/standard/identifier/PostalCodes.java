package org.chengshu.data.standard.identifier;

import java.util.function.Function;
import org.chengshu.data.standard.Characters;
import org.chengshu.data.standard.Standardised;

/** Postal codes of China: six digits, of which the first is 0 to 8. */
public final class PostalCodes implements Function<String, Standardised> {
    @Override
    public Standardised apply(String delivered) {
        String text = Characters.compact(delivered);
        if (!Characters.isDigits(text)) {
            return Standardised.problem("CHARACTER", "须全为数字", "it has digits only");
        }
        if (text.length() == 5) {
            return Standardised.problem("LENGTH", "只有 5 位，可能丢了前导零", "five digits; a leading zero may be lost")
                    .suggesting("0" + text);
        }
        if (text.length() != 6) {
            return Standardised.problem(
                    "LENGTH", "有 " + text.length() + " 位，应为 6 位", "it has " + text.length() + " digits, not 6");
        }
        return text.charAt(0) == '9' || text.equals("000000")
                ? Standardised.problem("NO_SUCH_CODE", "没有这个邮政编码", "there is no such postal code")
                : Standardised.of(text);
    }
}
