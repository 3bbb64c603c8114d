package org.chengshu.data.standard.identifier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.chengshu.data.standard.Characters;
import org.chengshu.data.standard.StandardOptions;
import org.chengshu.data.standard.Standardised;

/** Citizen numbers after GB 11643: region, day of birth, sequence, check digit by ISO 7064 MOD 11-2; the 15 digits of before 1999. */
public final class IdCards implements Function<String, Standardised> {
    private static final int LONG = 18;
    private static final int SHORT = 15;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2100;

    private final String shortOnes;

    public IdCards(StandardOptions options) {
        this.shortOnes = options.get("short");
    }

    @Override
    public Standardised apply(String delivered) {
        String text = Characters.compact(delivered);
        if (text.indexOf('*') >= 0) {
            return Standardised.problem("MASKED", "号码被遮挡", "parts of the number are masked");
        }
        return switch (text.length()) {
            case LONG -> longOne(text);
            case SHORT -> shortOne(text);
            default ->
                Standardised.problem(
                        "LENGTH",
                        "有 " + text.length() + " 位，应为 18 位",
                        "it has " + text.length() + " characters, not 18");
        };
    }

    private static Standardised longOne(String text) {
        char last = text.charAt(LONG - 1) == 'x' ? 'X' : text.charAt(LONG - 1);
        if (!Characters.isDigits(text, 0, LONG - 1) || (last != 'X' && !Characters.isDigit(last))) {
            return Standardised.problem("CHARACTER", "前 17 位须为数字，末位为数字或 X", "17 digits, then a digit or X");
        }
        char right = check(text);
        if (right != last) {
            return Standardised.problem(
                    "CHECK_DIGIT",
                    "校验码不符：按前 17 位应为 " + right,
                    "the check digit is wrong: by the first 17 digits it is " + right);
        }
        return parts(text.substring(0, LONG - 1) + last, Integer.parseInt(text, 6, 10, 10));
    }

    private Standardised shortOne(String text) {
        if (!Characters.isDigits(text)) {
            return Standardised.problem("CHARACTER", "15 位号码须全为数字", "a number of 15 has digits only");
        }
        if (shortOnes.equals("refuse")) {
            return Standardised.problem("LENGTH", "是 15 位旧号码", "an old number of 15 digits");
        }
        String body = text.substring(0, 6) + "19" + text.substring(6);
        String lengthened = body + check(body);
        Standardised made = parts(lengthened, Integer.parseInt(body, 6, 10, 10));
        if (!(made instanceof Standardised.Value value)) {
            return made;
        }
        return shortOnes.equals("keep")
                ? Standardised.of(text, value.parts())
                : value.noting("由 15 位旧号码升位", "lengthened from 15 digits");
    }

    private static Standardised parts(String text, int year) {
        if (!Regions.isProvince(text, 0)) {
            return Standardised.problem("REGION", "前两位不是省级代码", "the first two digits are no province");
        }
        String birth = birth(text, year);
        if (birth.isEmpty()) {
            return Standardised.problem("BIRTH", "出生日期不成立", "there is no such day of birth");
        }
        String sex = (text.charAt(LONG - 2) - '0') % 2 == 1 ? "1" : "2";
        return Standardised.of(text, Map.of("region", text.substring(0, 6), "birth", birth, "sex", sex));
    }

    private static String birth(String text, int year) {
        try {
            return year < FIRST_YEAR || year > LAST_YEAR
                    ? ""
                    : LocalDate.of(year, Integer.parseInt(text, 10, 12, 10), Integer.parseInt(text, 12, 14, 10))
                            .toString();
        } catch (DateTimeException e) {
            return "";
        }
    }

    static char check(String text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (text.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }
}
