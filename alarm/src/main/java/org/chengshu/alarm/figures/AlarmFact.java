package org.chengshu.alarm.figures;

import java.util.function.IntUnaryOperator;

/**
 * What figures are counted from: one alarm, its words as numbers.
 *
 * @param raised microseconds since 1970
 * @param toAcknowledge microseconds from recording to the first acknowledgement, or {@link #NEVER}
 * @param toClear microseconds from raising to clearing, or {@link #NEVER}
 * @param flags of {@link #HISTORICAL} and its neighbours
 */
record AlarmFact(
        long raised, int rule, int subject, int area, int severity, int flags, long toAcknowledge, long toClear) {
    static final long NEVER = Long.MIN_VALUE;
    static final int HISTORICAL = 1;
    static final int SUPPRESSED = 2;
    static final int BY_HAND = 4;
    static final int AGAIN = 8;
    /** Again after less than ten minutes. */
    static final int FLUTTER = 16;

    static final int SILENCE = 32;

    boolean is(int flag) {
        return (flags & flag) != 0;
    }

    AlarmFact withWords(IntUnaryOperator other) {
        return new AlarmFact(
                raised,
                other.applyAsInt(rule),
                other.applyAsInt(subject),
                other.applyAsInt(area),
                severity,
                flags,
                toAcknowledge,
                toClear);
    }
}
