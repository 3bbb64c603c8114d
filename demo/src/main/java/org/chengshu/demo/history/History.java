package org.chengshu.demo.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chengshu.demo.air.Air;
import org.chengshu.demo.town.Gadget;
import org.chengshu.wire.Value;

/** The seven days before now as files, one a product: the same air as the live one, with a dusty quarter of an hour here and there. */
public final class History {
    private static final Duration LENGTH = Duration.ofDays(7);
    private static final Map<Gadget.Sort, List<String>> COLUMNS = Map.of(
            Gadget.Sort.STATION, List.of("pm25", "pm10", "so2", "no2", "co", "o3", "temperature"),
            Gadget.Sort.MICRO, List.of("pm25", "pm10", "temperature", "humidity", "noise"),
            Gadget.Sort.SITE, List.of("pm10", "pm25", "noise"));
    private static final Map<Gadget.Sort, Duration> STEP = Map.of(
            Gadget.Sort.STATION, Duration.ofHours(1),
            Gadget.Sort.MICRO, Duration.ofHours(1),
            Gadget.Sort.SITE, Duration.ofMinutes(30));
    private static final int DUSTY_ONE_IN = 6;
    private static final int DUSTY_REPORTS = 40;
    private static final Duration DUSTY_STEP = Duration.ofSeconds(8);
    private static final double MISSING_SHARE = 0.004;

    private final Air air;
    private final long seed;
    private final Instant end;

    public History(Air air, long seed, Instant now) {
        this.air = air;
        this.seed = seed;
        this.end = now.truncatedTo(ChronoUnit.HOURS);
    }

    public Instant start() {
        return end.minus(LENGTH);
    }

    public String csv(Gadget.Sort sort, List<Gadget> gadgets) {
        StringBuilder csv = new StringBuilder("device,time," + String.join(",", COLUMNS.get(sort)) + "\n");
        List<Gadget> ours =
                gadgets.stream().filter(gadget -> gadget.sort() == sort).toList();
        SplittableRandom random = new SplittableRandom(seed + sort.product().hashCode());
        for (Gadget gadget : ours) {
            moments(gadget, random).forEach((time, dust) -> row(csv, gadget, time, dust, random));
        }
        return csv.toString();
    }

    /** When a device reported, in order, and how much dust an incident added. */
    private SortedMap<Instant, Double> moments(Gadget gadget, SplittableRandom random) {
        SortedMap<Instant, Double> moments = new TreeMap<>();
        for (Instant time = start(); time.isBefore(end); time = time.plus(STEP.get(gadget.sort()))) {
            moments.put(time, 0.0);
        }
        if (gadget.sort() == Gadget.Sort.SITE && random.nextInt(DUSTY_ONE_IN) == 0) {
            addIncident(moments, random);
        }
        return moments;
    }

    // The reports of an incident are dense, because a run of exceedances does not reach across a silence.
    private void addIncident(SortedMap<Instant, Double> moments, SplittableRandom random) {
        Instant begun = end.minus(Duration.ofHours(1 + random.nextInt(100))).plusSeconds(77);
        double strength = 350 + random.nextInt(200);
        for (int i = 0; i < DUSTY_REPORTS; i++) {
            moments.put(begun.plus(DUSTY_STEP.multipliedBy(i)), i < DUSTY_REPORTS / 2 ? strength : 0.0);
        }
    }

    private void row(StringBuilder csv, Gadget gadget, Instant time, double dust, SplittableRandom random) {
        Map<String, Value> values = air.values(gadget, time);
        csv.append(gadget.code()).append(',').append(time).append(',');
        csv.append(COLUMNS.get(gadget.sort()).stream()
                .map(column -> random.nextDouble() < MISSING_SHARE ? "" : text(values.get(column), column, dust))
                .collect(Collectors.joining(",")));
        csv.append('\n');
    }

    private static String text(Value value, String column, double dust) {
        return value instanceof Value.Num(double number)
                ? Double.toString(column.equals("pm10") ? number + dust : number)
                : "";
    }
}
