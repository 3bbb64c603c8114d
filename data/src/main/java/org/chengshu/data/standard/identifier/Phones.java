package org.chengshu.data.standard.identifier;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
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
    private static final Pattern SHORT = Pattern.compile("11[0-9]|12[0-2]|1[02]\\d{3}|95\\d{3,6}|96\\d{3,4}");
    private static final Pattern INLAND_SHORT = Pattern.compile("12\\d{3}|96\\d{3,4}");
    private static final Pattern AREA_CODE = Pattern.compile("010|02[0-57-9]|0[3-9]\\d{2}");
    private static final String SEVERAL = "/、;,|";
    private static final String FIRST_OF_WORDS = "电手联tTpP";
    private static final String BETWEEN = "()-.–—·[]";
    private static final int MOBILE_LENGTH = 11;
    private static final int LONGEST_EXTENSION = 6;
    private static final int LONGEST_MARK = 6;

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
        if (isMobile(text, 0)) {
            return made("mobile", text, Map.of("number", text, "kind", "mobile"));
        }
        if (!text.isEmpty() && FIRST_OF_WORDS.indexOf(text.charAt(0)) >= 0) {
            text = WORD_BEFORE.matcher(text).replaceFirst("");
        }
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
        String bare = Characters.without(BETWEEN, text);
        if (bare.startsWith("+") && !bare.startsWith("+86")) {
            return foreign(bare);
        }
        Optional<Standardised> whole = known(home(bare), "");
        if (whole.isPresent()) {
            return whole.get();
        }
        return extension(text)
                .flatMap(found ->
                        known(home(Characters.without(BETWEEN, text.substring(0, found.start()))), number(found)))
                .orElseGet(() -> wrong(home(bare)));
    }

    /** Looked for only where a few digits end the text, and no further back than its longest mark: most numbers have none. */
    private static Optional<MatchResult> extension(String text) {
        int digits = text.length();
        while (digits > 0 && Characters.isDigit(text.charAt(digits - 1))) {
            digits--;
        }
        int length = text.length() - digits;
        if (digits == 0 || length == 0 || length > LONGEST_EXTENSION) {
            return Optional.empty();
        }
        Matcher extension = EXTENSION.matcher(text).region(Math.max(0, digits - LONGEST_MARK), text.length());
        return extension.find() ? Optional.of(extension) : Optional.empty();
    }

    private static String number(MatchResult extension) {
        return extension.group(1) == null ? extension.group(2) : extension.group(1);
    }

    private static String home(String text) {
        String rest = text.startsWith("+86") ? text.substring(3) : text.startsWith("0086") ? text.substring(4) : text;
        boolean country = rest.length() == text.length() && text.startsWith("86") && isMobile(text, 2);
        String inland = country ? text.substring(2) : rest;
        boolean abroad = inland.length() < text.length();
        if (inland.startsWith("0") && isMobile(inland, 1)) {
            return inland.substring(1);
        }
        // From abroad the area code loses its zero.
        boolean area = abroad && !inland.startsWith("0") && isWithArea("0" + inland);
        return area && !isMobile(inland, 0) ? "0" + inland : inland;
    }

    private static boolean isMobile(String text, int from) {
        return text.length() == from + MOBILE_LENGTH
                && text.charAt(from) == '1'
                && text.charAt(from + 1) >= '3'
                && Characters.isDigits(text, from, text.length());
    }

    private static boolean isWithArea(String text) {
        int local = text.length() - areaLength(text);
        return areaLength(text) > 0 && (local == 7 || local == 8) && Characters.isDigits(text);
    }

    /** 010 and 02x of big cities, four digits elsewhere; 0 when the text starts with no area code. */
    private static int areaLength(String text) {
        if (text.length() < 4 || text.charAt(0) != '0') {
            return 0;
        }
        char second = text.charAt(1);
        char third = text.charAt(2);
        if (second == '1') {
            return third == '0' ? 3 : 0;
        }
        if (second == '2') {
            return Characters.isDigit(third) && third != '6' ? 3 : 0;
        }
        return second >= '3' && Characters.isDigits(text, 1, 4) ? 4 : 0;
    }

    private static boolean isLocal(String number, int from) {
        int length = number.length() - from;
        return (length == 7 || length == 8) && number.charAt(from) >= '2' && number.charAt(from) <= '8';
    }

    private Optional<Standardised> known(String number, String extension) {
        if (!Characters.isDigits(number)) {
            return Optional.empty();
        }
        if (isMobile(number, 0)) {
            return Optional.of(extended("mobile", "", number, number, extension));
        }
        if (number.length() == 10 && (number.startsWith("400") || number.startsWith("800"))) {
            String grouped = number.substring(0, 3) + "-" + number.substring(3, 6) + "-" + number.substring(6);
            return Optional.of(extended("service", "", number, grouped, extension));
        }
        if (SHORT.matcher(number).matches()) {
            return Optional.of(extended("short", "", number, number, extension));
        }
        return fixed(number, extension);
    }

    private Optional<Standardised> fixed(String number, String extension) {
        int code = areaLength(number);
        if (code > 0
                && INLAND_SHORT.matcher(number).region(code, number.length()).matches()) {
            return Optional.of(inArea("short", code, number, extension));
        }
        if (isWithArea(number)) {
            boolean fits = isLocal(number, code) && (code > 3 || number.length() - code == 8);
            return fits ? Optional.of(inArea("fixed", code, number, extension)) : Optional.empty();
        }
        return isLocal(number, 0) ? Optional.of(local(number, extension)) : Optional.empty();
    }

    private Standardised inArea(String kind, int code, String number, String extension) {
        String area = number.substring(0, code);
        String rest = number.substring(code);
        return extended(kind, area, rest, area + "-" + rest, extension);
    }

    private Standardised local(String number, String extension) {
        if (area.isPresent()) {
            return extended("fixed", area.get(), number, area.get() + "-" + number, extension);
        }
        return extended("fixed", "", number, number, extension) instanceof Standardised.Value value
                ? value.noting("没有区号", "without an area code")
                : wrongKind("fixed");
    }

    private Standardised extended(String found, String code, String number, String text, String extension) {
        String whole = extension.isEmpty() ? text : text + "-" + extension;
        if (code.isEmpty() && extension.isEmpty()) {
            return made(found, whole, Map.of("number", number, "kind", found));
        }
        if (extension.isEmpty()) {
            return made(found, whole, Map.of("number", number, "kind", found, "area", code));
        }
        Map<String, String> parts = code.isEmpty()
                ? Map.of("number", number, "kind", found, "extension", extension)
                : Map.of("number", number, "kind", found, "area", code, "extension", extension);
        return made(found, whole, parts);
    }

    private Standardised made(String found, String text, Map<String, String> parts) {
        return kind.isPresent() && !kind.get().equals(found) ? wrongKind(found) : Standardised.of(text, parts);
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
                ? made("foreign", text, Map.of("number", number, "kind", "foreign"))
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
