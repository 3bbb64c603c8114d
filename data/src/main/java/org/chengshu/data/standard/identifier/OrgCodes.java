package org.chengshu.data.standard.identifier;

import java.util.Locale;
import java.util.function.Function;
import org.chengshu.data.standard.Characters;
import org.chengshu.data.standard.Standardised;

/** Organisation codes after GB 11714: eight digits or letters and a check character modulo 11, as {@code 12345678-X}. */
public final class OrgCodes implements Function<String, Standardised> {
    private static final int BODY = 8;
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int BASE = 11;

    @Override
    public Standardised apply(String delivered) {
        String text = Characters.compact(delivered).toUpperCase(Locale.ROOT).replace("-", "");
        if (text.length() != BODY + 1) {
            return Standardised.problem(
                    "LENGTH", "有 " + text.length() + " 位，应为 9 位", "it has " + text.length() + " characters, not 9");
        }
        for (int i = 0; i < BODY; i++) {
            if (value(text.charAt(i)) < 0) {
                return Standardised.problem(
                        "CHARACTER",
                        "第 " + (i + 1) + " 位不是数字或字母",
                        "character " + (i + 1) + " is neither digit nor letter");
            }
        }
        char right = check(text);
        if (right != text.charAt(BODY)) {
            return Standardised.problem(
                    "CHECK_DIGIT", "校验码不符：应为 " + right, "the check character is wrong: it is " + right);
        }
        return Standardised.of(text.substring(0, BODY) + "-" + right);
    }

    static char check(String text) {
        int sum = 0;
        for (int i = 0; i < BODY; i++) {
            sum += value(text.charAt(i)) * WEIGHTS[i];
        }
        int check = BASE - sum % BASE;
        return check == 10 ? 'X' : check == BASE ? '0' : (char) ('0' + check);
    }

    private static int value(char c) {
        if (Characters.isDigit(c)) {
            return c - '0';
        }
        return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
    }
}
