package org.chengshu.data.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.data.profile.Profile.Relation;

/**
 * Looks for amounts that are mostly a rate times a size: energy is energy per square metre times area. Of the two factors the
 * one that varies less is the rate. Pure.
 */
final class RateStudy {
    private static final double MOSTLY = 0.5;
    private static final double CLOSE = 0.01;
    private static final int FEWEST = 100;
    private static final int FIRST_LOOK = 200;
    private static final int LOOKED_AT = 5_000;
    /** Of natural logarithms: below it a factor is as good as constant. */
    private static final double LEAST_VARIANCE = 0.01;

    private final Map<String, double[]> numbers;

    RateStudy(Map<String, double[]> numbers) {
        this.numbers = numbers;
    }

    /** For each amount the two factors that make most of its rows. */
    List<Relation> find(List<String> names) {
        List<String> factors =
                names.stream().filter(name -> variance(name) > LEAST_VARIANCE).toList();
        List<Relation> found = new ArrayList<>();
        for (String whole : names) {
            List<Relation> products = new ArrayList<>();
            for (int i = 0; i < factors.size(); i++) {
                for (int j = i + 1; j < factors.size(); j++) {
                    product(whole, factors.get(i), factors.get(j)).ifPresent(products::add);
                }
            }
            products.stream().max(Comparator.comparingDouble(Relation::share)).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Relation> product(String whole, String one, String other) {
        if (whole.equals(one) || whole.equals(other)) {
            return Optional.empty();
        }
        double[] amounts = numbers.get(whole);
        double[] ones = numbers.get(one);
        double[] others = numbers.get(other);
        int told = 0;
        int right = 0;
        for (int i = 0; i < amounts.length && told < LOOKED_AT; i++) {
            if (amounts[i] > 0 && ones[i] > 0 && others[i] > 0) {
                told++;
                right += Math.abs(amounts[i] - ones[i] * others[i]) <= CLOSE * amounts[i] ? 1 : 0;
                if (told == FIRST_LOOK && right < MOSTLY / 2 * told) {
                    return Optional.empty();
                }
            }
        }
        if (told < FEWEST || right < MOSTLY * told) {
            return Optional.empty();
        }
        boolean first = variance(one) <= variance(other);
        List<String> fields = List.of(whole, first ? one : other, first ? other : one);
        return Optional.of(new Relation("rate", fields, 1, (double) right / told, told));
    }

    private double variance(String name) {
        double[] logs = Arrays.stream(numbers.get(name))
                .filter(value -> value > 0)
                .map(Math::log)
                .toArray();
        double mean = Arrays.stream(logs).average().orElse(0);
        return Arrays.stream(logs).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    }
}
