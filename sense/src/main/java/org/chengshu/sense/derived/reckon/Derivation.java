package org.chengshu.sense.derived.reckon;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.chengshu.formula.BoundFormula;
import org.chengshu.formula.Formula;
import org.chengshu.formula.Slots;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;

/**
 * How one derived property comes out of an observation, the windows before it and what other devices said. Safe for many
 * threads.
 */
public final class Derivation {
    private final String id;
    private final String product;
    private final String property;
    private final List<Window> windows;
    private final List<OtherInput> others;
    private final List<String> names;
    private final Set<String> inputs = new TreeSet<>();
    private final Set<String> sources = new TreeSet<>();
    private final BoundFormula formula;

    public Derivation(
            String id,
            String product,
            String property,
            Formula formula,
            List<Window> windows,
            List<OtherInput> others) {
        this.id = id;
        this.product = product;
        this.property = property;
        this.windows = windows.stream()
                .filter(window -> formula.inputs().contains(window.name()))
                .toList();
        this.others = others.stream()
                .filter(other -> formula.inputs().contains(other.name()))
                .toList();
        this.names = List.copyOf(formula.inputs());
        this.formula = formula.bind(names::indexOf);
        Set<String> named = new TreeSet<>();
        windows.forEach(window -> named.add(window.name()));
        others.forEach(other -> named.add(other.name()));
        names.stream().filter(name -> !named.contains(name)).forEach(inputs::add);
        sources.addAll(inputs);
        this.windows.forEach(window -> sources.add(window.property()));
    }

    public String id() {
        return id;
    }

    public String product() {
        return product;
    }

    public String property() {
        return property;
    }

    public List<Window> windows() {
        return windows;
    }

    public List<OtherInput> others() {
        return others;
    }

    /** The properties of its own device whose values it takes. */
    public Set<String> sources() {
        return sources;
    }

    /** Its own series as others may name it. */
    public SeriesName target() {
        return new SeriesName(product, property);
    }

    /** All that it takes, of whatever device. */
    public Set<SeriesName> takes() {
        Set<SeriesName> taken = new TreeSet<>();
        sources.forEach(source -> taken.add(new SeriesName(product, source)));
        others.forEach(other -> taken.add(new SeriesName(other.product(), other.property())));
        return taken;
    }

    /** For how long (microseconds) a reading of its own device bears on it; none when it does not take it. */
    public OptionalLong reach(String source) {
        LongStream direct = inputs.contains(source) ? LongStream.of(0) : LongStream.empty();
        LongStream through = windows.stream()
                .filter(window -> window.property().equals(source))
                .mapToLong(Window::micros);
        return LongStream.concat(direct, through).max();
    }

    /** How far back (microseconds) it looks at all. */
    public long longestReach() {
        return Stream.concat(
                        windows.stream().map(Window::micros), others.stream().map(OtherInput::micros))
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** Nothing when the observation has none of its sources, something it needs is not known, or there is no result. */
    public OptionalDouble of(
            Observation seen, Function<Window, OptionalDouble> windowOf, Function<OtherInput, OptionalDouble> otherOf) {
        if (!begins(seen)) {
            return OptionalDouble.empty();
        }
        Slots slots = new Slots(names.size());
        for (String input : inputs) {
            seen.find(input).ifPresent(value -> set(slots, names.indexOf(input), value));
        }
        for (Window window : windows) {
            windowOf.apply(window).ifPresent(number -> slots.setNumber(names.indexOf(window.name()), number));
        }
        for (OtherInput other : others) {
            otherOf.apply(other).ifPresent(number -> slots.setNumber(names.indexOf(other.name()), number));
        }
        return formula.number(slots);
    }

    /** Whether it has a value at the time of such an observation at all. */
    public boolean begins(Observation seen) {
        return sources.stream().map(seen::find).anyMatch(Optional::isPresent);
    }

    private static void set(Slots slots, int place, Value value) {
        switch (value) {
            case Value.Num(double number) -> slots.setNumber(place, number);
            case Value.Bool(boolean flag) -> slots.setBoolean(place, flag);
            case Value.Str(String text) -> slots.setText(place, text);
        }
    }
}
