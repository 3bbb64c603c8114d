package org.chengshu.alarm.figures;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/** The city's clock for many times that nearly follow one another. For one thread. */
final class CityTime {
    private static final long SECOND = 1_000_000;
    // No clock of any zone is set within a quarter of an hour.
    private static final long QUARTER = 900 * SECOND;
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;
    /** The first day of 1970 was a Thursday. */
    private static final int FIRST_WEEKDAY = 3;

    private final ZoneRules rules;
    private long quarter = Long.MIN_VALUE;
    private long offset;

    CityTime(ZoneId zone) {
        this.rules = zone.getRules();
    }

    /** Days since the first of 1970. */
    int day(long micros) {
        return (int) Math.floorDiv(seconds(micros), DAY);
    }

    int hour(long micros) {
        return (int) (Math.floorMod(seconds(micros), DAY) / HOUR);
    }

    /** Monday is 0. */
    int weekday(long micros) {
        return Math.floorMod(day(micros) + FIRST_WEEKDAY, 7);
    }

    private long seconds(long micros) {
        long its = Math.floorDiv(micros, QUARTER);
        if (its != quarter) {
            quarter = its;
            offset = rules.getOffset(Instant.ofEpochSecond(Math.floorDiv(micros, SECOND)))
                    .getTotalSeconds();
        }
        return Math.floorDiv(micros, SECOND) + offset;
    }
}
