package org.chengshu.data.library.match;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Texts as they are compared: one width, one case, no blanks, no signs. Pure. */
final class Plain {
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ROOM_NUMERAL = Pattern.compile("[一二三四五六七八九](?=[号幢栋座楼层室院组单])");
    private static final Map<String, String> NUMERALS =
            Map.of("一", "1", "二", "2", "三", "3", "四", "4", "五", "5", "六", "6", "七", "7", "八", "8", "九", "9");

    private Plain() {}

    /** Letters and digits alone, upper case. */
    static String letters(String text) {
        return SIGNS.matcher(oneWidth(text)).replaceAll("");
    }

    /** One width and case, blanks out, signs kept. */
    static String signs(String text) {
        return oneWidth(text).replaceAll("\\s+", "");
    }

    /** {@code 三幢} as {@code 3幢}; longer numerals, which are names of roads as often, stay. */
    static String digits(String text) {
        return ROOM_NUMERAL.matcher(text).replaceAll(found -> NUMERALS.get(found.group()));
    }

    private static String oneWidth(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }
}
