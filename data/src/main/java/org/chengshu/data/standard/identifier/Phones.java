package org.chengshu.data.standard.identifier;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengshu.data.standard.Characters;
import org.chengshu.data.standard.StandardOptions;
import org.chengshu.data.standard.Standardised;

/** One telephone number of China, or of another country with its plus sign. */
public final class Phones implements Function<String, Standardised> {
    private static final Pattern EXTENSION = Pattern.compile(
            "(?:-?(?:转分机|转|分机|总机转|ext\\.?|x|#)[:.-]?(\\d{1,6})|-(\\d{1,6}))$", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD_BEFORE =
            Pattern.compile("^(?:电话|手机|联系电话|tel|phone)[:.]?", Pattern.CASE_INSENSITIVE);
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern AREA = Pattern.compile("(010|02[0-57-9]|0[3-9]\\d{2})(\\d{7,8})");
    private static final Pattern LOCAL = Pattern.compile("[2-8]\\d{6,7}");
    private static final Pattern SERVICE = Pattern.compile("[48]00\\d{7}");
    private static final Pattern SHORT = Pattern.compile("11[0-9]|12[0-2]|1[02]\\d{3}|95\\d{3,6}|96\\d{3,4}");
    private static final Pattern AREA_SHORT = Pattern.compile("(010|02[0-57-9]|0[3-9]\\d{2})(12\\d{3}|96\\d{3,4})");
    private static final Pattern AREA_CODE = Pattern.compile("010|02[0-57-9]|0[3-9]\\d{2}");
    private static final String SEVERAL = "/、;,|";
    private static final int MOBILE_LENGTH = 11;

    private final Optional<String> area;
    private final Optional<String> kind;

    public Phones(StandardOptions options) {
        this.area = options.find("area");
        this.kind = options.find("kind").filter(word -> !word.equals("any"));
        area.filter(code -> !AREA_CODE.matcher(code).matches()).ifPresent(code -> {
            throw options.refused("area", "no area code");
        });
    }

    @Override
    public Standardised apply(String delivered) {
        String text = Characters.compact(delivered);
        if (text.length() == MOBILE_LENGTH && MOBILE.matcher(text).matches()) {
            return made("mobile", text, Map.of("number", text));
        }
        text = WORD_BEFORE.matcher(text).replaceFirst("");
        if (text.indexOf('*') >= 0) {
            return Standardised.problem("MASKED", "号码被遮挡", "parts of the number are masked");
        }
        for (int i = 0; i < text.length(); i++) {
            if (SEVERAL.indexOf(text.charAt(i)) >= 0) {
                return several(text, i);
            }
        }
        return one(text);
    }

    private Standardised several(String text, int at) {
        Standardised.Problem problem = Standardised.problem("SEVERAL", "含有多个号码", "more than one number");
        return one(text.substring(0, at)) instanceof Standardised.Value first
                ? problem.suggesting(first.text())
                : problem;
    }

    private Standardised one(String text) {
        String bare = digits(text);
        if (bare.startsWith("+") && !bare.startsWith("+86")) {
            return foreign(bare);
        }
        Optional<Standardised> whole = known(home(bare), "");
        if (whole.isPresent()) {
            return whole.get();
        }
        Matcher extension = EXTENSION.matcher(text);
        if (extension.find()) {
            String number = extension.group(1) == null ? extension.group(2) : extension.group(1);
            Optional<Standardised> before = known(home(digits(text.substring(0, extension.start()))), number);
            if (before.isPresent()) {
                return before.get();
            }
        }
        return wrong(home(bare));
    }

    /** Without the marks that people put between digits. */
    private static String digits(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("()-.–—·[]".indexOf(c) < 0) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static String home(String text) {
        String rest = text.startsWith("+86") ? text.substring(3) : text.startsWith("0086") ? text.substring(4) : text;
        boolean country = rest.length() == text.length()
                && text.length() == MOBILE_LENGTH + 2
                && text.startsWith("86")
                && MOBILE.matcher(text.substring(2)).matches();
        String inland = country ? text.substring(2) : rest;
        boolean abroad = inland.length() < text.length();
        if (inland.startsWith("0") && MOBILE.matcher(inland.substring(1)).matches()) {
            return inland.substring(1);
        }
        // From abroad the area code loses its zero.
        boolean area =
                abroad && !inland.startsWith("0") && AREA.matcher("0" + inland).matches();
        return area && !MOBILE.matcher(inland).matches() ? "0" + inland : inland;
    }

    private Optional<Standardised> known(String number, String extension) {
        if (!Characters.isDigits(number)) {
            return Optional.empty();
        }
        if (MOBILE.matcher(number).matches()) {
            return Optional.of(extended("mobile", "", number, number, extension));
        }
        if (SERVICE.matcher(number).matches()) {
            String grouped = number.substring(0, 3) + "-" + number.substring(3, 6) + "-" + number.substring(6);
            return Optional.of(extended("service", "", number, grouped, extension));
        }
        if (SHORT.matcher(number).matches()) {
            return Optional.of(extended("short", "", number, number, extension));
        }
        return fixed(number, extension);
    }

    private Optional<Standardised> fixed(String number, String extension) {
        Matcher shorter = AREA_SHORT.matcher(number);
        if (shorter.matches()) {
            return Optional.of(extended(
                    "short", shorter.group(1), shorter.group(2), shorter.group(1) + "-" + shorter.group(2), extension));
        }
        Matcher withArea = AREA.matcher(number);
        if (withArea.matches()) {
            boolean big = withArea.group(1).length() == 3;
            boolean fits = withArea.group(2).length() == 8 || !big;
            return fits && LOCAL.matcher(withArea.group(2)).matches()
                    ? Optional.of(extended(
                            "fixed",
                            withArea.group(1),
                            withArea.group(2),
                            withArea.group(1) + "-" + withArea.group(2),
                            extension))
                    : Optional.empty();
        }
        if (!LOCAL.matcher(number).matches()) {
            return Optional.empty();
        }
        return Optional.of(area.map(code -> extended("fixed", code, number, code + "-" + number, extension))
                .orElseGet(() -> extended("fixed", "", number, number, extension) instanceof Standardised.Value value
                        ? value.noting("没有区号", "without an area code")
                        : wrongKind("fixed")));
    }

    private Standardised extended(String found, String code, String number, String text, String extension) {
        Map<String, String> parts = new HashMap<>();
        parts.put("number", number);
        if (!code.isEmpty()) {
            parts.put("area", code);
        }
        if (!extension.isEmpty()) {
            parts.put("extension", extension);
        }
        return made(found, extension.isEmpty() ? text : text + "-" + extension, parts);
    }

    private Standardised made(String found, String text, Map<String, String> parts) {
        if (kind.isPresent() && !kind.get().equals(found)) {
            return wrongKind(found);
        }
        Map<String, String> all = new HashMap<>(parts);
        all.put("kind", found);
        return Standardised.of(text, all);
    }

    private Standardised wrongKind(String found) {
        return Standardised.problem(
                "KIND",
                "号码种类是 " + found + "，应为 " + kind.orElse(""),
                "a number of kind " + found + ", not " + kind.orElse(""));
    }

    private Standardised foreign(String text) {
        String number = text.substring(1);
        boolean fits =
                Characters.isDigits(number) && number.length() >= 7 && number.length() <= 15 && number.charAt(0) != '0';
        return fits
                ? made("foreign", text, Map.of("number", number))
                : Standardised.problem("NOT_A_PHONE", "不是电话号码", "not a telephone number");
    }

    private static Standardised wrong(String number) {
        if (!Characters.isDigits(number)) {
            return Standardised.problem("NOT_A_PHONE", "不是电话号码", "not a telephone number");
        }
        boolean mobile = number.charAt(0) == '1' && number.length() >= 9 && number.length() <= 13;
        return mobile
                ? Standardised.problem(
                        "LENGTH",
                        "手机号有 " + number.length() + " 位，应为 11 位且第二位是 3 至 9",
                        "a mobile number has 11 digits, the second from 3 to 9; this has " + number.length())
                : Standardised.problem(
                        "LENGTH", "位数或区号不成立", "the number of digits or the area code is none that there is");
    }
}
