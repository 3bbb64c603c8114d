package org.chengshu.data.standard.identifier;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.chengshu.data.standard.Characters;
import org.chengshu.data.standard.Standardised;

/** Unified social credit codes after GB 32100-2015: 18 characters without I, O, S, V, Z; check character by weights 3^i modulo 31. */
public final class CreditCodes implements Function<String, Standardised> {
    static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = weights();
    private static final int[] VALUES = values();
    // Letters that the code has not, and what they are read for.
    private static final Map<Character, Character> LOOK_ALIKES =
            Map.of('I', '1', 'O', '0', 'S', '5', 'Z', '2', 'V', 'U');

    @Override
    public Standardised apply(String delivered) {
        String written = Characters.compact(delivered);
        String text = written.toUpperCase(Locale.ROOT);
        Standardised read = read(text);
        return read instanceof Standardised.Value value && !text.equals(written)
                ? value.noting("小写字母已改为大写", "small letters were made capitals")
                : read;
    }

    private static Standardised read(String text) {
        if (text.length() != LENGTH) {
            return Standardised.problem(
                    "LENGTH", "有 " + text.length() + " 位，应为 18 位", "it has " + text.length() + " characters, not 18");
        }
        int strange = strangeAt(text);
        if (strange >= 0) {
            return character(text, strange);
        }
        char right = check(text);
        if (right != text.charAt(LENGTH - 1)) {
            return Standardised.problem(
                    "CHECK_DIGIT",
                    "校验码不符：按前 17 位应为 " + right,
                    "the check character is wrong: by the first 17 it is " + right);
        }
        return region(text);
    }

    private static Standardised region(String text) {
        // 100000 stands for the national registrars.
        if (!Regions.isProvince(text, 2) && !text.startsWith("100000", 2)) {
            return Standardised.problem("REGION", "第 3 至 8 位不是行政区划代码", "characters 3 to 8 are no division code");
        }
        return Standardised.of(
                text,
                Map.of(
                        "kind", text.substring(0, 2),
                        "region", text.substring(2, 8),
                        "organisation", text.substring(8, 17)));
    }

    private static Standardised character(String text, int at) {
        Standardised.Problem problem = Standardised.problem(
                "CHARACTER",
                "第 " + (at + 1) + " 位的“" + text.charAt(at) + "”不在代码字符集中",
                "character " + (at + 1) + ", '" + text.charAt(at) + "', is not one of the code's");
        return meant(text).map(problem::suggesting).orElse(problem);
    }

    private static Optional<String> meant(String text) {
        StringBuilder meant = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            meant.append(LOOK_ALIKES.getOrDefault(text.charAt(i), text.charAt(i)));
        }
        String code = meant.toString();
        return strangeAt(code) < 0 && check(code) == code.charAt(LENGTH - 1) ? Optional.of(code) : Optional.empty();
    }

    private static int strangeAt(String text) {
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean digitPlace = i >= 2 && i < 8;
            if (c >= VALUES.length || VALUES[c] < 0 || (digitPlace && !Characters.isDigit(c))) {
                return i;
            }
        }
        return -1;
    }

    /** @param text of at least 17 characters of the alphabet */
    static char check(String text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += VALUES[text.charAt(i)] * WEIGHTS[i];
        }
        int base = ALPHABET.length();
        return ALPHABET.charAt((base - sum % base) % base);
    }

    private static int[] weights() {
        int[] weights = new int[LENGTH - 1];
        int weight = 1;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight;
            weight = weight * 3 % ALPHABET.length();
        }
        return weights;
    }

    private static int[] values() {
        int[] values = new int[128];
        for (int c = 0; c < values.length; c++) {
            values[c] = ALPHABET.indexOf(c);
        }
        return values;
    }
}
