package org.chengshu.sense.derived;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.chengshu.formula.BoundFormula;
import org.chengshu.formula.Formula;
import org.chengshu.formula.Slots;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;

/** How one derived property comes out of an observation and the windows before it. Safe for many threads. */
final class Derivation {
    private final String id;
    private final String property;
    private final List<Window> windows;
    private final List<String> names;
    private final Set<String> inputs = new TreeSet<>();
    private final BoundFormula formula;

    Derivation(String id, String property, Formula formula, List<Window> windows) {
        this.id = id;
        this.property = property;
        this.windows = windows.stream()
                .filter(window -> formula.inputs().contains(window.name()))
                .toList();
        this.names = List.copyOf(formula.inputs());
        this.formula = formula.bind(names::indexOf);
        Set<String> ofWindows = new TreeSet<>();
        windows.forEach(window -> ofWindows.add(window.name()));
        names.stream().filter(name -> !ofWindows.contains(name)).forEach(inputs::add);
    }

    String id() {
        return id;
    }

    String property() {
        return property;
    }

    List<Window> windows() {
        return windows;
    }

    /** The properties whose values it takes. */
    Set<String> sources() {
        Set<String> sources = new TreeSet<>(inputs);
        windows.forEach(window -> sources.add(window.property()));
        return sources;
    }

    /** Nothing when the observation has none of its sources, something it needs is not known, or there is no result. */
    OptionalDouble of(Observation seen, Function<Window, OptionalDouble> valueOf) {
        if (sources().stream().noneMatch(source -> seen.find(source).isPresent())) {
            return OptionalDouble.empty();
        }
        Slots slots = new Slots(names.size());
        for (String input : inputs) {
            seen.find(input).ifPresent(value -> set(slots, names.indexOf(input), value));
        }
        for (Window window : windows) {
            valueOf.apply(window).ifPresent(number -> slots.setNumber(names.indexOf(window.name()), number));
        }
        return formula.number(slots);
    }

    private static void set(Slots slots, int place, Value value) {
        switch (value) {
            case Value.Num(double number) -> slots.setNumber(place, number);
            case Value.Bool(boolean flag) -> slots.setBoolean(place, flag);
            case Value.Str(String text) -> slots.setText(place, text);
        }
    }
}
