package org.chengshu.alarm.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chengshu.alarm.centre.AlarmTable;
import org.jooq.Condition;

/** The stretches of time that lie in none of some days; each is read for itself, for which the index always serves. */
final class Gaps {
    private Gaps() {}

    /** A stretch [from, to). */
    record Gap(Instant from, Instant to) {
        Condition condition() {
            return AlarmTable.raisedIn(from, to);
        }
    }

    /** What of [from, to) is in none of these days of UTC, which are in their order. */
    static List<Gap> between(Instant from, Instant to, List<LocalDate> days) {
        List<Gap> gaps = new ArrayList<>();
        Instant begin = from;
        for (LocalDate day : days) {
            add(gaps, begin, earlier(start(day), to));
            begin = later(begin, start(day.plusDays(1)));
        }
        add(gaps, begin, to);
        return gaps;
    }

    private static void add(List<Gap> gaps, Instant from, Instant to) {
        if (from.isBefore(to)) {
            gaps.add(new Gap(from, to));
        }
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
