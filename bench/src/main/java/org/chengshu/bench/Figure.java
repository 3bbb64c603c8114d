package org.chengshu.bench;

import java.util.Locale;
import java.util.Map;

/**
 * One line of a bench: what we reach, what the yardstick reaches in the same run, and whether that is what was promised.
 * A yardstick that was not measured here is fixed. Where the goal is one on our own number, there is no ratio.
 */
public record Figure(String name, double ours, String unit, Yardstick yardstick, Goal goal) {
    private static final double LARGE = 1_000;
    private static final double SMALL = 10;

    /** What ours is held against. */
    public record Yardstick(boolean fixed, double value) {
        public static Yardstick measured(double value) {
            return new Yardstick(false, value);
        }

        /** A figure that was stated elsewhere. */
        public static Yardstick fixed(double value) {
            return new Yardstick(true, value);
        }

        /** None but the goal itself. */
        public static Yardstick none() {
            return new Yardstick(true, Double.NaN);
        }
    }

    public double ratio() {
        return ours / yardstick.value();
    }

    public boolean isMet() {
        return goal.isMetBy(ours, ratio());
    }

    public String verdict() {
        return isMet() ? "ok" : "short";
    }

    /** The line: tab separated name, ours, unit, yardstick, ratio, goal, verdict. */
    public String line() {
        return String.join("\t", name, plain(ours), unit, shownYardstick(), shownRatio(), goal.toString(), verdict());
    }

    /** The same for a program. */
    public Map<String, Object> json() {
        Map<String, Object> json = new java.util.LinkedHashMap<>();
        json.put("name", name);
        json.put("ours", ours);
        json.put("unit", unit);
        json.put("yardstick", yardstick.fixed() ? "fixed" : yardstick.value());
        json.put("ratio", Double.isNaN(ratio()) ? null : ratio());
        json.put("goal", goal.toString());
        json.put("verdict", verdict());
        return json;
    }

    private String shownYardstick() {
        return yardstick.fixed() ? "fixed" : plain(yardstick.value());
    }

    private String shownRatio() {
        return Double.isNaN(ratio()) ? "-" : String.format(Locale.ROOT, "%.3f", ratio());
    }

    static String plain(double number) {
        double size = Math.abs(number);
        if (number == Math.rint(number) && size < 1e15) {
            return Long.toString((long) number);
        }
        return String.format(Locale.ROOT, size >= LARGE ? "%.0f" : size >= SMALL ? "%.1f" : "%.3f", number);
    }
}
