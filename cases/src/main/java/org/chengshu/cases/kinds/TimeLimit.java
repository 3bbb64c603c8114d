package org.chengshu.cases.kinds;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as a pack writes it, {@code P2DT4H}; in working time a day is as long as offices work on one. */
public record TimeLimit(String text, int days, Duration rest, boolean working) {
    private static final Pattern FORM = Pattern.compile("P(?:([0-9]{1,4})D)?(T.+)?");
    private static final Duration LONGEST = Duration.ofDays(3660);

    /** Empty unless it is an ISO 8601 duration of days, hours, minutes and seconds above zero and at most ten years. */
    public static Optional<TimeLimit> read(String text, boolean working) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int days = form.group(1) == null ? 0 : Integer.parseInt(form.group(1));
        try {
            Duration rest = form.group(2) == null ? Duration.ZERO : Duration.parse("P" + form.group(2));
            Duration whole = rest.plusDays(days);
            return whole.isPositive() && !rest.isNegative() && whole.compareTo(LONGEST) <= 0
                    ? Optional.of(new TimeLimit(text, days, rest, working))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** How much time that is where a working day is so long. */
    public Duration allowed(Duration workday) {
        return rest.plus((working ? workday : Duration.ofDays(1)).multipliedBy(days));
    }
}
