package org.chengshu.core.crypto;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides what identifies a person or an account and leaves what helps to recognise a row. Counts code points, so a rare
 * character beyond the basic plane is never cut in half; a value that is not what it should be is masked more, never less;
 * blank stays blank. Masked twice is masked once. Pure, safe for many threads.
 */
public final class Masking {
    private static final String STAR = "*";
    private static final String STARS = "****";
    private static final int FEW = 6;
    private static final List<String> COMPOUND_SURNAMES =
            List.of("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "司徒", "夏侯", "端木", "南宫");
    private static final Pattern AREA_OF_ADDRESS = Pattern.compile("^\\p{IsHan}{1,12}?(?:省|市|自治区|区|县|旗|镇|乡|街道)(?=.)");
    private static final Pattern PHONE_WITHIN = Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)");
    private static final Pattern ID_CARD_WITHIN = Pattern.compile("(?<!\\d)\\d{17}[0-9Xx](?!\\d)");
    private static final Pattern EMAIL_WITHIN = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}");

    private Masking() {}

    /** 张三 to 张*, 欧阳修文 to 欧阳**, John Smith to J*** S****. */
    public static String name(String name) {
        if (name.isBlank()) {
            return name;
        }
        if (name.strip().contains(" ")) {
            StringBuilder words = new StringBuilder();
            for (String word : name.strip().split("\\s+")) {
                words.append(words.isEmpty() ? "" : " ").append(keep(word, 1, 0));
            }
            return words.toString();
        }
        boolean compound = length(name) > 2 && COMPOUND_SURNAMES.stream().anyMatch(name::startsWith);
        return keep(name, compound ? 2 : 1, 0);
    }

    /** 13812341234 to 138****1234; of a landline the last three digits stay. */
    public static String phone(String phone) {
        return phone.matches("1[\\d*]{10}") ? keep(phone, 3, 4) : keep(phone, 0, 3);
    }

    /** 110101199003074514 to 110*************14: neither birthday nor order number stays. */
    public static String idCard(String number) {
        return length(number) >= 15 ? keep(number, 3, 2) : keep(number, 1, 1);
    }

    /** What follows the last named area at the front goes: 云川市东城区**** . */
    public static String address(String address) {
        if (address.isBlank()) {
            return address;
        }
        String rest = address;
        StringBuilder areas = new StringBuilder();
        Matcher area = AREA_OF_ADDRESS.matcher(rest);
        while (area.find() && !area.group().contains(STAR)) {
            areas.append(area.group());
            rest = rest.substring(area.end());
            area = AREA_OF_ADDRESS.matcher(rest);
        }
        return areas + STARS;
    }

    /** wang@example.cn to w****@example.cn; what has no @ is masked whole. */
    public static String email(String email) {
        int at = email.lastIndexOf('@');
        if (email.isBlank() || at < 1) {
            return keep(email, 0, 0);
        }
        boolean shown = at > 1 && !email.startsWith(STAR);
        return (shown ? first(email, 1) : "") + STARS + email.substring(at);
    }

    /** The last four digits stay. */
    public static String bankCard(String number) {
        return length(number) >= 12 ? keep(number, 0, 4) : keep(number, 0, 1);
    }

    /** 京A12345 to 京A****5. */
    public static String plate(String plate) {
        return length(plate) >= FEW ? keep(plate, 2, 1) : keep(plate, 1, 0);
    }

    /** A network address: its first half stays. */
    public static String network(String address) {
        Matcher four = Pattern.compile("(\\d{1,3}\\.\\d{1,3})\\.[\\d*]{1,3}\\.[\\d*]{1,3}")
                .matcher(address);
        if (four.matches()) {
            return four.group(1) + ".*.*";
        }
        return keep(address, Math.min(length(address) / 2, 9), 0);
    }

    /** Anything else: at most the first and last, of short words only the first character. */
    public static String general(String text) {
        return length(text) >= FEW ? keep(text, 1, 1) : keep(text, length(text) > 1 ? 1 : 0, 0);
    }

    /** Free text: mobile numbers, identity numbers and mail addresses within it are masked, the rest stays. */
    public static String within(String text) {
        String masked = ID_CARD_WITHIN.matcher(text).replaceAll(found -> quoted(idCard(found.group())));
        masked = PHONE_WITHIN.matcher(masked).replaceAll(found -> quoted(phone(found.group())));
        return EMAIL_WITHIN.matcher(masked).replaceAll(found -> quoted(email(found.group())));
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }

    // At least one character is always hidden.
    private static String keep(String text, int first, int last) {
        if (text.isBlank()) {
            return text;
        }
        int length = length(text);
        int front = Math.min(first, length - 1);
        int back = Math.min(last, length - 1 - front);
        int end = text.offsetByCodePoints(text.length(), -back);
        return first(text, front) + STAR.repeat(length - front - back) + text.substring(end);
    }

    private static String first(String text, int codePoints) {
        return text.substring(0, text.offsetByCodePoints(0, codePoints));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
