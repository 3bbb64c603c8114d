package org.chengshu.alarm.figures;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Counts alarms by what they are told apart by. For one thread. */
final class FigureCount implements Consumer<AlarmFact> {
    private final FigureBy by;
    private final CityTime time;
    private final Map<Integer, FigureTally> tallies = new HashMap<>();

    FigureCount(FigureBy by, ZoneId zone) {
        this.by = by;
        this.time = new CityTime(zone);
    }

    @Override
    public void accept(AlarmFact fact) {
        tallies.computeIfAbsent(by.key(fact, time), any -> new FigureTally()).add(fact);
    }

    List<FigureRow> rows(FigureOrder order, int most, Lexicon words) {
        Map<String, FigureTally> named = new HashMap<>();
        tallies.forEach((key, tally) -> named.computeIfAbsent(by.name(key, words), any -> new FigureTally())
                .add(tally));
        Comparator<Map.Entry<String, FigureTally>> byKey = Map.Entry.comparingByKey();
        Comparator<Map.Entry<String, FigureTally>> byMost = Map.Entry.comparingByValue(order.mostFirst());
        return named.entrySet().stream()
                .sorted(by.inOrder() ? byKey : byMost.thenComparing(byKey))
                .limit(most)
                .map(entry -> entry.getValue().row(entry.getKey()))
                .toList();
    }
}
