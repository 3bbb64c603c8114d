package org.chengshu.data.standard.function;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengshu.data.standard.Characters;

/** Reads a time of the day, with what is said of the zone. Pure. */
final class TimeReader {
    /** @param nextDay whether it was 24:00 */
    record Read(LocalTime time, boolean nextDay, Optional<ZoneOffset> offset) {}

    private static final Pattern TIME = Pattern.compile(
            "(上午|下午|晚上|凌晨|中午|[AaPp][Mm])?\\s*(\\d{1,2})(?:[:时点](\\d{1,2})分?)?(?:[:]?(\\d{1,2})秒?(?:[.,](\\d{1,9}))?)?"
                    + "[时点]?\\s*([AaPp]\\.?[Mm]\\.?)?\\s*(Z|z|UTC|GMT|(?:UTC|GMT)?([+-])(\\d{1,2}):?(\\d{2})?(?::(\\d{2}))?)?");
    private static final int HALF_DAY = 12;

    private TimeReader() {}

    static Optional<Read> read(String text) {
        if (isPlain(text)) {
            int minutes = text.indexOf(':') + 1;
            boolean seconds = text.length() > minutes + 2;
            return made(
                    Integer.parseInt(text, 0, minutes - 1, 10),
                    Integer.parseInt(text, minutes, minutes + 2, 10),
                    seconds ? Integer.parseInt(text, minutes + 3, minutes + 5, 10) : 0,
                    0,
                    Optional.empty());
        }
        Matcher found = TIME.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        return offset(found)
                .flatMap(offset -> made(
                        hour(number(found.group(2)), word(found)),
                        number(found.group(3)),
                        number(found.group(4)),
                        nanos(found.group(5)),
                        offset));
    }

    // Most times are written so, and the pattern takes three times as long.
    private static boolean isPlain(String text) {
        int mark = text.length() > 2 && text.charAt(1) == ':' ? 1 : 2;
        int end = text.length() - mark;
        return (end == 3 || end == 6)
                && text.charAt(mark) == ':'
                && Characters.isDigits(text, 0, mark)
                && Characters.isDigits(text, mark + 1, mark + 3)
                && (end == 3 || (text.charAt(mark + 3) == ':' && Characters.isDigits(text, mark + 4, mark + 6)));
    }

    private static Optional<Read> made(int hour, int minute, int second, int nanos, Optional<ZoneOffset> offset) {
        if (hour < 0 || hour > 24 || minute > 59 || second > 59 || (hour == 24 && minute + second > 0)) {
            return Optional.empty();
        }
        return Optional.of(new Read(LocalTime.of(hour % 24, minute, second, nanos), hour == 24, offset));
    }

    private static String word(Matcher found) {
        String before = found.group(1);
        String word = before == null ? found.group(6) : before;
        return word == null ? "" : word.toLowerCase(Locale.ROOT).replace(".", "");
    }

    private static int hour(int hour, String word) {
        boolean afternoon = word.equals("pm") || word.equals("下午") || word.equals("晚上");
        boolean morning = word.equals("am") || word.equals("上午") || word.equals("凌晨");
        if ((afternoon || morning) && hour > HALF_DAY) {
            return afternoon && hour < 24 ? hour : -1;
        }
        if (afternoon) {
            return hour == HALF_DAY ? hour : hour + HALF_DAY;
        }
        return morning && hour == HALF_DAY ? 0 : hour;
    }

    /** Empty when there is no such zone; the inner one when none is written. */
    private static Optional<Optional<ZoneOffset>> offset(Matcher found) {
        if (found.group(7) == null) {
            return Optional.of(Optional.empty());
        }
        if (found.group(8) == null) {
            return Optional.of(Optional.of(ZoneOffset.UTC));
        }
        int hours = number(found.group(9));
        int minutes = number(found.group(10));
        if (hours > 18 || minutes > 59 || (hours == 18 && minutes > 0)) {
            return Optional.empty();
        }
        int sign = found.group(8).equals("-") ? -1 : 1;
        // Local mean times of former centuries have seconds.
        int seconds = number(found.group(11)) % 60;
        return Optional.of(Optional.of(ZoneOffset.ofHoursMinutesSeconds(sign * hours, sign * minutes, sign * seconds)));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(String digits) {
        return digits == null ? 0 : Integer.parseInt((digits + "000000000").substring(0, 9));
    }
}
