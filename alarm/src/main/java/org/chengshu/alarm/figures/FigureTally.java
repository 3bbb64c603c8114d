package org.chengshu.alarm.figures;

import java.util.Arrays;
import java.util.Optional;

/** Counts the alarms of one key. */
final class FigureTally {
    private static final double SECOND = 1_000_000;
    private static final long SHORT = 300_000_000;

    private int alarms;
    private int acknowledged;
    private double sumToAcknowledge;
    private int cleared;
    private double sumToClear;
    private long[] toClear = new long[8];
    private int quick;
    private int again;
    private int flutter;
    private int suppressed;
    private int byHand;

    void add(AlarmFact fact) {
        alarms++;
        if (fact.toAcknowledge() != AlarmFact.NEVER) {
            acknowledged++;
            sumToAcknowledge += fact.toAcknowledge();
        }
        if (fact.toClear() != AlarmFact.NEVER) {
            addCleared(fact.toClear());
        }
        again += fact.is(AlarmFact.AGAIN) ? 1 : 0;
        flutter += fact.is(AlarmFact.FLUTTER) ? 1 : 0;
        suppressed += fact.is(AlarmFact.SUPPRESSED) ? 1 : 0;
        byHand += fact.is(AlarmFact.BY_HAND) ? 1 : 0;
    }

    private void addCleared(long micros) {
        if (cleared == toClear.length) {
            toClear = Arrays.copyOf(toClear, cleared * 2);
        }
        toClear[cleared++] = micros;
        sumToClear += micros;
        quick += micros <= SHORT ? 1 : 0;
    }

    void add(FigureTally other) {
        alarms += other.alarms;
        acknowledged += other.acknowledged;
        sumToAcknowledge += other.sumToAcknowledge;
        long[] both = Arrays.copyOf(toClear, Math.max(toClear.length, cleared + other.cleared));
        System.arraycopy(other.toClear, 0, both, cleared, other.cleared);
        toClear = both;
        cleared += other.cleared;
        sumToClear += other.sumToClear;
        quick += other.quick;
        again += other.again;
        flutter += other.flutter;
        suppressed += other.suppressed;
        byHand += other.byHand;
    }

    int alarms() {
        return alarms;
    }

    int flutter() {
        return flutter;
    }

    int quick() {
        return quick;
    }

    FigureRow row(String key) {
        return new FigureRow(
                key,
                Optional.empty(),
                alarms,
                acknowledged,
                cleared,
                mean(sumToAcknowledge, acknowledged),
                mean(sumToClear, cleared),
                median(),
                quick,
                again,
                flutter,
                suppressed,
                byHand);
    }

    private static Optional<Double> mean(double sum, int number) {
        return number == 0 ? Optional.empty() : Optional.of(sum / SECOND / number);
    }

    /** Between the two in the middle when their number is even. */
    private Optional<Double> median() {
        if (cleared == 0) {
            return Optional.empty();
        }
        Arrays.sort(toClear, 0, cleared);
        long low = toClear[(cleared - 1) / 2];
        long high = toClear[cleared / 2];
        return Optional.of((low + high) / 2.0 / SECOND);
    }
}
