package org.chengshu.indicator.compute;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Hourly facts of many things laid out by thing, series and hour; NaN where nothing is known. Not for several threads. */
public final class HourGrid {
    private final Hours hours;
    private final Map<String, Thing> things = new LinkedHashMap<>();

    public HourGrid(Hours hours) {
        this.hours = hours;
    }

    /** Puts one hourly value in; outside of the hours it is passed over. */
    public void put(String subject, String areaPath, String series, long epochSecond, double value) {
        int at = hours.at(epochSecond);
        if (at >= 0 && at < hours.length()) {
            Thing thing = things.computeIfAbsent(subject, name -> new Thing());
            thing.areaPath = areaPath;
            thing.row(series, hours.length())[at] = value;
        }
    }

    public Hours hours() {
        return hours;
    }

    Map<String, Thing> things() {
        return things;
    }

    /** What one thing reported; where it stands is where its last row put it. */
    static final class Thing {
        private final Map<String, double[]> series = new HashMap<>();
        private String areaPath = AreaPaths.CITY;

        String areaPath() {
            return areaPath;
        }

        Optional<double[]> find(String name) {
            return Optional.ofNullable(series.get(name));
        }

        /** Whether anything is known of the hours. */
        boolean reported(int from, int to) {
            for (double[] row : series.values()) {
                for (int i = from; i < to; i++) {
                    if (!Double.isNaN(row[i])) {
                        return true;
                    }
                }
            }
            return false;
        }

        private double[] row(String name, int length) {
            return series.computeIfAbsent(name, any -> {
                double[] row = new double[length];
                Arrays.fill(row, Double.NaN);
                return row;
            });
        }
    }
}
