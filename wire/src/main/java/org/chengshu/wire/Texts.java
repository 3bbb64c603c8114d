package org.chengshu.wire;

/** Which texts can be stored, and how a foreign text is quoted without giving it room. */
final class Texts {
    private Texts() {}

    /** No NUL and no half of a surrogate pair: PostgreSQL and UTF-8 can hold neither. */
    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A name of a property or device: not blank, not too long, storable, without control characters. */
    static boolean isName(String name) {
        return isPlainName(name)
                || (name.length() <= Telemetry.MAX_KEY
                        && !name.isBlank()
                        && isStorable(name)
                        && name.chars().noneMatch(Character::isISOControl));
    }

    // Nearly every name is a short word of ASCII; this is asked for each value.
    private static boolean isPlainName(String name) {
        int length = name.length();
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c >= 127) {
                return false;
            }
        }
        return length > 0 && length <= Telemetry.MAX_KEY;
    }

    /** At most {@code length} characters, unprintable ones shown as '?'. */
    static String brief(String text, int length) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), length) + 1);
        for (int i = 0; i < text.length() && i < length; i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
        }
        return text.length() > length ? shown.append('…').toString() : shown.toString();
    }
}
