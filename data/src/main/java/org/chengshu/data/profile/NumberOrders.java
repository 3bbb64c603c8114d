package org.chengshu.data.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.data.profile.Profile.Relation;

/**
 * Looks for numbers that are hardly ever above another with which they go together, as fine dust is part of all dust. That a
 * small number is below a large one says nothing: it must be less so when the rows are mixed up. Pure.
 */
final class NumberOrders {
    private static final double NEARLY = 0.98;
    private static final double BY_CHANCE = 0.9;
    private static final double SHARED = 0.3;
    private static final int FEWEST = 100;
    private static final int LOOKED_AT = 5_000;
    private static final int FIRST_LOOK = 300;
    private static final int AWAY = 37;

    private final Map<String, double[]> numbers;

    NumberOrders(Map<String, double[]> numbers) {
        this.numbers = numbers;
    }

    /** For each number the one above it that it goes with most. */
    List<Relation> find(List<String> names) {
        List<Relation> found = new ArrayList<>();
        for (String lower : names) {
            names.stream()
                    .filter(upper -> !upper.equals(lower))
                    .flatMap(upper -> above(lower, upper).stream())
                    .max(Comparator.comparingDouble(Relation::factor))
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<Relation> above(String lower, String upper) {
        double[] low = numbers.get(lower);
        double[] high = numbers.get(upper);
        int told = 0;
        int ordered = 0;
        int mixed = 0;
        int equal = 0;
        for (int i = 0; i < low.length && told < LOOKED_AT; i++) {
            double other = high[(i + AWAY) % high.length];
            if (Double.isFinite(low[i]) && Double.isFinite(high[i]) && Double.isFinite(other)) {
                told++;
                ordered += low[i] <= high[i] ? 1 : 0;
                equal += low[i] == high[i] ? 1 : 0;
                mixed += low[i] <= other ? 1 : 0;
                if (told == FIRST_LOOK && ordered < BY_CHANCE * told) {
                    return Optional.empty();
                }
            }
        }
        boolean holds = told >= FEWEST && ordered >= NEARLY * told && equal < BY_CHANCE * told;
        double shared = holds && mixed <= BY_CHANCE * told ? Moments.shared(low, high, FEWEST) : 0;
        return shared < SHARED
                ? Optional.empty()
                : Optional.of(new Relation("above", List.of(lower, upper), shared, (double) ordered / told, told));
    }
}
