package org.chengshu.demo.air;

import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.chengshu.demo.town.Gadget;
import org.chengshu.demo.town.Point;
import org.chengshu.wire.Value;

/**
 * The air over the town as a pure function of place and time: two rush hours a day, polluted spells of some days, cleaner
 * air to the west, and noise of each instrument. The same seed gives the same air. Units are those of the products.
 */
public final class Air {
    private static final double HOUR = 3_600;
    private static final double DAY = 24 * HOUR;
    private static final double SPELL = 3.4 * DAY;
    private static final double CITY_OFFSET_HOURS = 8;
    private static final double WEST = 108.32;

    private final long seed;

    public Air(long seed) {
        this.seed = seed;
    }

    public Map<String, Value> values(Gadget gadget, Instant time) {
        return switch (gadget.sort()) {
            case STATION -> station(gadget, time);
            case MICRO -> micro(gadget, time);
            case SITE -> site(gadget, time);
        };
    }

    private Map<String, Value> station(Gadget gadget, Instant time) {
        double pm25 = pm25(gadget, time);
        Map<String, Value> values = new TreeMap<>();
        put(values, "pm25", pm25);
        put(values, "pm10", pm25 * 1.45 + 12 + 6 * noise(gadget, time, 1));
        put(values, "so2", 9 + pm25 * 0.05 + 2 * noise(gadget, time, 2));
        put(values, "no2", 22 + 16 * rush(time) + 4 * noise(gadget, time, 3));
        put(values, "co", 0.5 + pm25 * 0.006 + 0.08 * noise(gadget, time, 4));
        put(values, "o3", 40 + 70 * daylight(time) + 8 * noise(gadget, time, 5));
        put(values, "temperature", temperature(time) + 0.4 * noise(gadget, time, 6));
        return values;
    }

    private Map<String, Value> micro(Gadget gadget, Instant time) {
        double pm25 = pm25(gadget, time);
        Map<String, Value> values = new TreeMap<>();
        put(values, "pm25", pm25);
        put(values, "pm10", pm25 * 1.5 + 14 + 8 * noise(gadget, time, 1));
        put(values, "temperature", temperature(time) + noise(gadget, time, 6));
        put(values, "humidity", Math.clamp(70 - 22 * daylight(time) + 4 * noise(gadget, time, 7), 5, 99));
        put(values, "noise", 48 + 12 * rush(time) + 3 * noise(gadget, time, 8));
        return values;
    }

    private Map<String, Value> site(Gadget gadget, Instant time) {
        double pm25 = pm25(gadget, time);
        Map<String, Value> values = new TreeMap<>();
        put(values, "pm10", Math.min(260, pm25 * 1.5 + 30 + 25 * daylight(time) + 9 * noise(gadget, time, 1)));
        put(values, "pm25", pm25);
        put(values, "noise", 54 + 14 * daylight(time) + 3 * noise(gadget, time, 8));
        return values;
    }

    private double pm25(Gadget gadget, Instant time) {
        double seconds = time.getEpochSecond();
        double spell = Math.sin(2 * Math.PI * (seconds / SPELL + seed % 97 / 97.0));
        double base = 38 + 24 * spell + 14 * rush(time) + eastward(gadget.point());
        return Math.max(3, base + 4 * noise(gadget, time, 0));
    }

    private static double eastward(Point point) {
        return 40 * (point.longitude() - WEST);
    }

    private static double rush(Instant time) {
        double hour = cityHour(time);
        return Math.exp(-square(hour - 8) / 5) + Math.exp(-square(hour - 18.5) / 7);
    }

    private static double daylight(Instant time) {
        return Math.max(0, Math.sin(Math.PI * (cityHour(time) - 6) / 13));
    }

    private static double temperature(Instant time) {
        return 17 + 6 * Math.sin(2 * Math.PI * (cityHour(time) - 9) / 24);
    }

    private static double cityHour(Instant time) {
        return (time.getEpochSecond() / HOUR + CITY_OFFSET_HOURS) % 24;
    }

    // Slowly moving, so that a chart looks like an instrument and not like dice: two fixed points, a line between.
    private double noise(Gadget gadget, Instant time, int channel) {
        long step = Math.floorDiv(time.getEpochSecond(), 300);
        double share = Math.floorMod(time.getEpochSecond(), 300) / 300.0;
        double now = dice(gadget, step, channel);
        double next = dice(gadget, step + 1, channel);
        double shiver = dice(gadget, time.getEpochSecond(), channel + 100) * 0.25;
        return now + (next - now) * share + shiver;
    }

    private double dice(Gadget gadget, long step, int channel) {
        long mixed = seed * 1_000_003L + gadget.code().hashCode() * 7_919L + step * 104_729L + channel * 15_485_863L;
        return new SplittableRandom(mixed).nextDouble() * 2 - 1;
    }

    private static double square(double x) {
        return x * x;
    }

    private static void put(Map<String, Value> values, String property, double value) {
        values.put(property, Value.of(Math.round(Math.max(0, value) * 10) / 10.0));
    }
}
