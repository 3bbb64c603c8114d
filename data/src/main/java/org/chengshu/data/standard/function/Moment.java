package org.chengshu.data.standard.function;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a date and that of the time behind it, which may be empty. */
record Moment(String date, String time) {
    private static final Pattern TIME = Pattern.compile(
            "(?:(?<=\\d)[Tt]|\\s|(?<=[日号]))\\s*(?=(?:上午|下午|晚上|凌晨|中午|[AaPp][Mm])?\\s*\\d{1,2}(?:[:时点]|\\s*[AaPp][Mm]))");

    static Moment split(String text) {
        Matcher found = TIME.matcher(text);
        return found.find()
                ? new Moment(
                        text.substring(0, found.start()).strip(),
                        text.substring(found.end()).strip())
                : new Moment(text, "");
    }
}
