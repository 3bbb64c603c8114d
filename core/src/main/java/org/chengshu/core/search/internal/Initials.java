package org.chengshu.core.search.internal;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Pinyin initials of Chinese words, as people type them: 龙华区 is lhq. The common 3,755 characters of GB 2312 stand there in
 * the order of their pinyin (GB/T 2312-1980, level 1), so the first letter follows from the code; rarer characters, some
 * names of places apart, have none and are passed over. Pure.
 */
final class Initials {
    private static final Charset GB_2312 = Charset.forName("GB2312");
    private static final String LETTERS = "abcdefghjklmnopqrstwxyz";
    private static final int[] FIRST = {
        0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8, 0xC4C3, 0xC5B6,
        0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1
    };
    private static final int LAST = 0xD7F9;
    private static final String RARE = "圳衢濮亳儋涿漯泸渝鄂圩埗浔婺";
    private static final String RARE_LETTERS = "zqpbdzllyewbxw";
    private static final int LONGEST = 24;
    private static final int SHORTEST = 2;

    private Initials() {}

    /** Letters and digits stay, characters become their letter. */
    static String of(String words) {
        StringBuilder initials = new StringBuilder();
        words.toLowerCase(Locale.ROOT).chars().forEach(c -> {
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                initials.append((char) c);
            } else {
                initials.append(initial((char) c));
            }
        });
        return initials.toString();
    }

    /** The initials from each character on, for whoever begins in the middle of a name. */
    static List<String> endings(String words) {
        String all = of(words);
        List<String> endings = new ArrayList<>();
        for (int from = 0; from <= Math.min(LONGEST, all.length() - SHORTEST); from++) {
            endings.add(all.substring(from, Math.min(all.length(), from + LONGEST)));
        }
        return endings;
    }

    private static String initial(char character) {
        int rare = RARE.indexOf(character);
        if (rare >= 0) {
            return RARE_LETTERS.substring(rare, rare + 1);
        }
        byte[] bytes = String.valueOf(character).getBytes(GB_2312);
        int code = bytes.length == 2 ? ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff) : 0;
        if (code < FIRST[0] || code > LAST) {
            return "";
        }
        int letter = 0;
        while (letter + 1 < FIRST.length && FIRST[letter + 1] <= code) {
            letter++;
        }
        return LETTERS.substring(letter, letter + 1);
    }
}
