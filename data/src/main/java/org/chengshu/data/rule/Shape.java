package org.chengshu.data.rule;

/**
 * The shape of a text: 9 for a run of digits, A for a run of letters, 汉 for a run of Han characters, a blank for a run of
 * blanks, the rest as it stands; {@code "沪A-12345"} has the shape {@code 汉A-9}.
 */
public final class Shape {
    private static final int NONE = -1;
    private static final String SPECIAL = "\\^$.|?*+()[]{}";

    private Shape() {}

    public static String of(String text) {
        StringBuilder shape = new StringBuilder();
        int last = NONE;
        for (int i = 0; i < text.length(); i++) {
            char sign = sign(text.charAt(i));
            boolean run = isRun(text.charAt(i));
            if (!run || sign != last) {
                shape.append(sign);
            }
            last = run ? sign : NONE;
        }
        return shape.toString();
    }

    /** A regular expression for texts of the shape, as PostgreSQL reads it. */
    static String regex(String shape) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < shape.length(); i++) {
            char sign = shape.charAt(i);
            switch (sign) {
                case '9' -> regex.append("[0-9]+");
                case 'A' -> regex.append("[A-Za-z]+");
                case '汉' -> regex.append("[\u4E00-\u9FFF]+");
                case ' ' -> regex.append("[ \t]+");
                default -> regex.append(SPECIAL.indexOf(sign) >= 0 ? "\\" : "").append(sign);
            }
        }
        return regex.toString();
    }

    private static char sign(char c) {
        if (c >= '0' && c <= '9') {
            return '9';
        }
        if (isLetter(c)) {
            return 'A';
        }
        if (isHan(c)) {
            return '汉';
        }
        return c == '\t' ? ' ' : c;
    }

    private static boolean isRun(char c) {
        return (c >= '0' && c <= '9') || isLetter(c) || isHan(c) || c == ' ' || c == '\t';
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isHan(char c) {
        return c >= '\u4E00' && c <= '\u9FFF';
    }
}
