package org.chengshu.place.address;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an address in half width without blanks, and the divisions that it names outside of the tree. Pure. */
final class AddressText {
    private static final Pattern OUTSIDE = Pattern.compile(
            "^(?:[\\p{IsHan}]{2,8}?(?:省|自治区))?(?:[\\p{IsHan}]{2,10}?(?:自治州|地区|市|盟))?(?:[\\p{IsHan}]{1,8}?(?:(?<![小园社])区|县|旗)(?![\\p{IsHan}]{0,2}[路街号栋]))?");
    private static final Pattern ZONE = Pattern.compile("^中国[(（]([\\p{IsHan}]{2,4})[)）]自由贸易试验区");
    private static final char FULL_FIRST = '\uFF01';
    private static final char FULL_LAST = '\uFF5E';
    private static final int APART = 0xFEE0;
    private static final Map<Character, Character> DASHES = Map.of('－', '-', '—', '-', '–', '-', '‐', '-', '~', '-');

    private AddressText() {}

    static String plain(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char half = c >= FULL_FIRST && c <= FULL_LAST ? (char) (c - APART) : c;
            half = DASHES.getOrDefault(half, half);
            if (half > ' ' && half != '\u3000' && half != '\u00A0' && half != '\uFEFF') {
                kept.append(half);
            }
        }
        // The free trade zones put their city into brackets.
        Matcher zone = ZONE.matcher(kept);
        return zone.find() ? zone.group(1) + "自由贸易试验区" + kept.substring(zone.end()) : kept.toString();
    }

    /** Names of divisions that the address starts with, though the tree has none of them. */
    static String outsideOf(String text, AreaIndex index) {
        Matcher outside = OUTSIDE.matcher(text);
        return outside.find() && !index.roots().isEmpty() ? outside.group() : "";
    }
}
