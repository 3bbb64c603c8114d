package org.chengshu.data.library.match;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Texts as they are compared: one width, one case, no blanks, no signs. Pure. */
final class Plain {
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern ROOM_NUMERAL = Pattern.compile("[一二三四五六七八九](?=[号幢栋座楼层室院组单])");
    private static final Map<String, String> NUMERALS =
            Map.of("一", "1", "二", "2", "三", "3", "四", "4", "五", "5", "六", "6", "七", "7", "八", "8", "九", "9");

    private Plain() {}

    /** Letters and digits alone, upper case. */
    static String letters(String text) {
        return isPlain(text) ? text : SIGNS.matcher(oneWidth(text)).replaceAll("");
    }

    /** One width and case, blanks out, signs kept. */
    static String signs(String text) {
        return isPlain(text) ? text : BLANKS.matcher(oneWidth(text)).replaceAll("");
    }

    /** {@code 三幢} as {@code 3幢}; longer numerals, which are names of roads as often, stay. */
    static String digits(String text) {
        return ROOM_NUMERAL.matcher(text).replaceAll(found -> NUMERALS.get(found.group()));
    }

    /** Whether there is nothing to be done, as with most Chinese names; a glance is far cheaper than the rest. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!((c >= '\u4e00' && c <= '\u9fff') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))) {
                return false;
            }
        }
        return true;
    }

    private static String oneWidth(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }
}
