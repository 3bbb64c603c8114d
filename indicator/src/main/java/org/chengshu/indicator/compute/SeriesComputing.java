package org.chengshu.indicator.compute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengshu.indicator.model.AreaRule;
import org.chengshu.indicator.model.Definition;
import org.chengshu.indicator.model.Input;
import org.chengshu.indicator.model.Source;

/**
 * Computes a series indicator over a grid of hourly facts. For areas the things' inputs are combined first and the formulas
 * run on the result, as HJ 633 asks.
 */
public final class SeriesComputing {
    private final Definition definition;
    private final Source.Series source;
    private final Program program;

    public SeriesComputing(Definition definition, Source.Series source, Program program) {
        this.definition = definition;
        this.source = source;
        this.program = program;
    }

    /** The name under which an input's hourly values stand in the grid. */
    public static String series(Input input) {
        return input.property() + "." + input.stat();
    }

    /**
     * The values of the periods that start at {@code starts}, the last one ending at {@code end}. Periods of which nothing
     * was reported have none.
     */
    public List<Computed> compute(HourGrid grid, List<Instant> starts, Instant end) {
        List<Computed> computed = new ArrayList<>();
        Map<String, List<Reduced>> byArea = new LinkedHashMap<>();
        grid.things().forEach((subject, thing) -> {
            Reduced reduced = reduce(thing, grid.hours(), starts, end);
            if (definition.dimensions().contains(source.subject())) {
                Key key = Key.member(source.subject(), subject, thing.areaPath());
                addThing(computed, key, reduced, starts);
            }
            for (String path : areas(thing.areaPath())) {
                byArea.computeIfAbsent(path, any -> new ArrayList<>()).add(reduced);
            }
        });
        byArea.forEach((path, things) -> addArea(computed, Key.area(path), things, starts));
        return computed;
    }

    private List<String> areas(String path) {
        if (definition.hasAreas()) {
            return AreaPaths.around(path);
        }
        return definition.hasCity() ? List.of(AreaPaths.CITY) : List.of();
    }

    private Reduced reduce(HourGrid.Thing thing, Hours hours, List<Instant> starts, Instant end) {
        List<Input> inputs = source.inputs();
        Reduced reduced = new Reduced(starts.size(), inputs.size());
        List<Reduction> reductions = new ArrayList<>();
        double[] unknown = new double[hours.length()];
        Arrays.fill(unknown, Double.NaN);
        for (Input input : inputs) {
            reductions.add(Reduction.of(input, thing.find(series(input)).orElse(unknown), hours));
        }
        for (int period = 0; period < starts.size(); period++) {
            int from = hours.from(starts.get(period));
            int to = hours.from(period + 1 < starts.size() ? starts.get(period + 1) : end);
            reduced.reported[period] = thing.reported(from, to);
            for (int i = 0; i < inputs.size() && reduced.reported[period]; i++) {
                reduced.numbers[period][i] = reductions.get(i).number(from, to);
                reduced.hours[period] += reductions.get(i).known(from, to);
            }
        }
        return reduced;
    }

    private void addThing(List<Computed> computed, Key key, Reduced thing, List<Instant> starts) {
        for (int period = 0; period < starts.size(); period++) {
            if (thing.reported[period]) {
                Outcome outcome = program.run(thing.numbers[period], thing.hours[period]);
                computed.add(new Computed(starts.get(period), key, outcome));
            }
        }
    }

    private void addArea(List<Computed> computed, Key key, List<Reduced> things, List<Instant> starts) {
        for (int period = 0; period < starts.size(); period++) {
            int at = period;
            List<Reduced> reported =
                    things.stream().filter(thing -> thing.reported[at]).toList();
            if (!reported.isEmpty()) {
                double[] numbers = combine(reported, period);
                long hours =
                        reported.stream().mapToLong(thing -> thing.hours[at]).sum();
                computed.add(new Computed(starts.get(period), key, program.run(numbers, hours)));
            }
        }
    }

    private double[] combine(List<Reduced> things, int period) {
        AreaRule area = source.area();
        double[] numbers = new double[source.inputs().size()];
        for (int i = 0; i < numbers.length; i++) {
            int input = i;
            double[] each = things.stream()
                    .mapToDouble(thing -> thing.numbers[period][input])
                    .toArray();
            numbers[i] = area.combine().of(each, area.atLeast(things.size())).orElse(Double.NaN);
        }
        return numbers;
    }

    /** One thing's inputs by period. */
    private static final class Reduced {
        private final double[][] numbers;
        private final long[] hours;
        private final boolean[] reported;

        private Reduced(int periods, int inputs) {
            numbers = new double[periods][inputs];
            hours = new long[periods];
            reported = new boolean[periods];
            for (double[] period : numbers) {
                Arrays.fill(period, Double.NaN);
            }
        }
    }
}
