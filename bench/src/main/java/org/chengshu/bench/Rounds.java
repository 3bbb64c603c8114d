package org.chengshu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measurements of several kinds taken by turns; what counts is the median of each. For one thread. */
public final class Rounds {
    private final Map<String, List<Double>> taken = new TreeMap<>();

    public void add(String what, double value) {
        taken.computeIfAbsent(what, any -> new ArrayList<>()).add(value);
    }

    public double last(String what) {
        return taken.get(what).getLast();
    }

    public double median(String what) {
        List<Double> sorted =
                taken.getOrDefault(what, List.of()).stream().sorted().toList();
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
