package org.chengshu.data.standard.identifier;

import java.util.Map;
import java.util.function.Function;
import org.chengshu.data.standard.Characters;
import org.chengshu.data.standard.Standardised;

/** The 15 digits of business registration before the unified code (GS 15-2006): check digit by ISO 7064 MOD 11,10. */
public final class RegNumbers implements Function<String, Standardised> {
    private static final int LENGTH = 15;

    @Override
    public Standardised apply(String delivered) {
        String text = Characters.compact(delivered);
        if (text.length() != LENGTH) {
            return Standardised.problem(
                    "LENGTH", "有 " + text.length() + " 位，应为 15 位", "it has " + text.length() + " characters, not 15");
        }
        if (!Characters.isDigits(text)) {
            return Standardised.problem("CHARACTER", "须全为数字", "it has digits only");
        }
        char right = check(text);
        if (right != text.charAt(LENGTH - 1)) {
            return Standardised.problem("CHECK_DIGIT", "校验码不符：应为 " + right, "the check digit is wrong: it is " + right);
        }
        return Standardised.of(text, Map.of("region", text.substring(0, 6)));
    }

    static char check(String text) {
        int product = 10;
        for (int i = 0; i < LENGTH - 1; i++) {
            int sum = (product + text.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }
}
