package org.chengshu.alarm.figures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.chengshu.alarm.AlarmError;
import org.chengshu.kernel.Fault;

/** What the first of a list have most of. */
enum FigureOrder {
    ALARMS(FigureTally::alarms),
    FLUTTER(FigureTally::flutter),
    SHORT(FigureTally::quick);

    private final ToIntFunction<FigureTally> figure;

    FigureOrder(ToIntFunction<FigureTally> figure) {
        this.figure = figure;
    }

    static FigureOrder ofWord(String word) {
        return Arrays.stream(values())
                .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new Fault(AlarmError.ALARM_FILTER_WRONG, "order is alarms, flutter or short, not " + word));
    }

    Comparator<FigureTally> mostFirst() {
        return Comparator.comparingInt(figure).reversed();
    }
}
