package org.chengshu.core.packs.internal.diff;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chengshu.kernel.Text;

/** Says an ISO 8601 duration: PT1H30M is an hour and thirty minutes. */
final class DurationWords {
    private static final Pattern DURATION = Pattern.compile("P(?=\\d|T\\d)(\\d+D)?(T.*)?");
    private static final int HOURS_OF_A_DAY = 24;

    private DurationWords() {}

    static Optional<Text> of(String text) {
        if (!DURATION.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(say(Duration.parse(text)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Text say(Duration duration) {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        // Two days and more are said in days; PT24H is what its author wrote and is not a calendar day.
        long days = duration.toHours() >= 2 * HOURS_OF_A_DAY || isWholeDay(duration) ? duration.toDays() : 0;
        Duration rest = duration.minusDays(days);
        part(days, "天", "day", zh, en);
        part(rest.toHours(), "小时", "hour", zh, en);
        part(rest.toMinutesPart(), "分钟", "minute", zh, en);
        part(rest.toSecondsPart(), "秒", "second", zh, en);
        if (rest.toMillisPart() > 0) {
            part(rest.toMillisPart(), "毫秒", "millisecond", zh, en);
        }
        return zh.isEmpty() ? Text.of("0 秒", "0 seconds") : Text.of(String.join(" ", zh), String.join(" ", en));
    }

    private static boolean isWholeDay(Duration duration) {
        return duration.equals(Duration.ofDays(1));
    }

    private static void part(long amount, String zhUnit, String enUnit, List<String> zh, List<String> en) {
        if (amount > 0) {
            zh.add(amount + " " + zhUnit);
            en.add(amount + " " + enUnit + (amount == 1 ? "" : "s"));
        }
    }
}
