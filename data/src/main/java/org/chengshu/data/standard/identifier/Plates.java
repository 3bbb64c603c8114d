package org.chengshu.data.standard.identifier;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.chengshu.data.standard.Characters;
import org.chengshu.data.standard.Standardised;

/** Vehicle plates after GA 36: province, office, five characters, six for new energy; 挂, 学, 警, 港, 澳, 领, 使 at their places. */
public final class Plates implements Function<String, Standardised> {
    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private static final String LAST_WORDS = "挂学警港澳领";
    private static final String ENERGY = "ABCDEFGHJK";
    private static final String MARKS = "·.-•・";
    private static final Pattern EMBASSY = Pattern.compile("使\\d{6}|\\d{6}使");
    private static final Pattern SHAPE = Pattern.compile("[" + PROVINCES + "][A-Z][A-Z0-9]{5,6}");
    private static final int SERIAL_FROM = 2;
    private static final int PLAIN_LENGTH = 7;
    private static final int GREEN_LENGTH = 8;

    @Override
    public Standardised apply(String delivered) {
        String text = Characters.without(MARKS, Characters.compact(delivered).toUpperCase(Locale.ROOT));
        if (isPlain(text)) {
            return Standardised.of(text, Map.of("region", text.substring(0, SERIAL_FROM)));
        }
        if (isGreen(text)) {
            return Standardised.of(text, Map.of("region", text.substring(0, SERIAL_FROM), "energy", "new"));
        }
        if (EMBASSY.matcher(text).matches()) {
            return Standardised.of(text);
        }
        return wrong(text);
    }

    private static boolean isPlain(String text) {
        int last = PLAIN_LENGTH - 1;
        return text.length() == PLAIN_LENGTH
                && isRegion(text)
                && isSerial(text, SERIAL_FROM, last)
                && (isSerial(text, last, PLAIN_LENGTH) || LAST_WORDS.indexOf(text.charAt(last)) >= 0);
    }

    /** For new energy: the letter that says so stands first or last. */
    private static boolean isGreen(String text) {
        if (text.length() != GREEN_LENGTH || !isRegion(text)) {
            return false;
        }
        boolean first = ENERGY.indexOf(text.charAt(SERIAL_FROM)) >= 0
                && isSerial(text, SERIAL_FROM + 1, SERIAL_FROM + 2)
                && Characters.isDigits(text, SERIAL_FROM + 2, GREEN_LENGTH);
        return first
                || (Characters.isDigits(text, SERIAL_FROM, GREEN_LENGTH - 1)
                        && ENERGY.indexOf(text.charAt(GREEN_LENGTH - 1)) >= 0);
    }

    private static boolean isRegion(String text) {
        return PROVINCES.indexOf(text.charAt(0)) >= 0 && isLetter(text.charAt(1));
    }

    private static boolean isSerial(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Characters.isDigit(c) && (!isLetter(c) || c == 'I' || c == 'O')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static Standardised wrong(String text) {
        if (SHAPE.matcher(text).matches()) {
            String meant =
                    text.substring(0, 2) + text.substring(2).replace('O', '0').replace('I', '1');
            Standardised.Problem problem = Standardised.problem(
                    "CHARACTER",
                    "序号中没有字母 O 和 I，新能源车牌有六位序号",
                    "the serial has no letters O and I; six characters are for new energy");
            return isPlain(meant) || isGreen(meant) ? problem.suggesting(meant) : problem;
        }
        return Standardised.problem("NOT_A_PLATE", "不是车辆号牌", "not a vehicle plate");
    }
}
