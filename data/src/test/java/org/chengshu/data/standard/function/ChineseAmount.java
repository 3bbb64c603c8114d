package org.chengshu.data.standard.function;

/** Writes amounts as cheques have them; the other way round from what is tested. */
final class ChineseAmount {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] UNITS = {"", "拾", "佰", "仟"};
    private static final String[] SECTIONS = {"", "万", "亿"};

    private ChineseAmount() {}

    static String of(long cents) {
        long whole = cents / 100;
        String text = (whole == 0 ? "零" : whole(whole)) + "元";
        int rest = (int) (cents % 100);
        if (rest == 0) {
            return text + "整";
        }
        String tenths = rest / 10 == 0 ? "零" : DIGITS.charAt(rest / 10) + "角";
        return text + tenths + (rest % 10 == 0 ? "" : DIGITS.charAt(rest % 10) + "分");
    }

    static String whole(long number) {
        StringBuilder text = new StringBuilder();
        long rest = number;
        for (int section = 0; rest > 0; section++) {
            long part = rest % 10_000;
            if (part > 0) {
                text.insert(0, section(part, rest >= 10_000) + SECTIONS[section]);
            } else if (!text.isEmpty() && text.charAt(0) != '零') {
                text.insert(0, '零');
            }
            rest /= 10_000;
        }
        return text.toString();
    }

    private static String section(long part, boolean more) {
        StringBuilder text = new StringBuilder();
        boolean zero = false;
        for (int i = 3; i >= 0; i--) {
            int digit = (int) (part / (long) Math.pow(10, i) % 10);
            if (digit == 0) {
                zero = true;
            } else {
                text.append(zero && (!text.isEmpty() || more) ? "零" : "")
                        .append(DIGITS.charAt(digit))
                        .append(UNITS[i]);
                zero = false;
            }
        }
        return text.toString();
    }
}
