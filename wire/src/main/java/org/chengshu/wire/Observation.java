package org.chengshu.wire;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What one device saw at one time: at least one value by property name. Immutable; the values are sorted by name. It is made
 * for every message, so it is two small arrays; {@link #values} makes a map of them on each call.
 */
public final class Observation {
    private final Instant time;
    private final String[] names;
    private final Value[] values;

    public Observation(Instant time, SortedMap<String, Value> values) {
        this(time, values.keySet().toArray(String[]::new), values.values().toArray(Value[]::new));
    }

    private Observation(Instant time, String[] names, Value[] values) {
        this.time = Objects.requireNonNull(time, "time");
        this.names = names;
        this.values = values;
        if (names.length == 0) {
            throw new IllegalArgumentException("an observation needs a value");
        }
    }

    public static Observation of(Instant time, Map<String, Value> values) {
        return new Observation(time, new TreeMap<>(values));
    }

    public static Observation of(Instant time, String name, Value value) {
        return new Observation(time, new String[] {name}, new Value[] {value});
    }

    static Observation of(Instant time, Values read) {
        String[] names = new String[read.size()];
        Value[] values = new Value[read.size()];
        for (int i = 0; i < names.length; i++) {
            int at = i;
            String name = read.name(i);
            while (at > 0 && names[at - 1].compareTo(name) > 0) {
                names[at] = names[at - 1];
                values[at] = values[at - 1];
                at--;
            }
            names[at] = name;
            values[at] = read.value(i);
        }
        return new Observation(time, names, values);
    }

    public Instant time() {
        return time;
    }

    public SortedMap<String, Value> values() {
        NavigableMap<String, Value> map = new TreeMap<>();
        forEach(map::put);
        return Collections.unmodifiableNavigableMap(map);
    }

    /** How many values there are. */
    public int size() {
        return names.length;
    }

    /** The name of a value by its place in the order of names, from 0. */
    public String name(int place) {
        return names[place];
    }

    public Value value(int place) {
        return values[place];
    }

    public Optional<Value> find(String name) {
        int place = Arrays.binarySearch(names, name);
        return place < 0 ? Optional.empty() : Optional.of(values[place]);
    }

    /** In the order of names. */
    public void forEach(BiConsumer<String, Value> taker) {
        for (int i = 0; i < names.length; i++) {
            taker.accept(names[i], values[i]);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Observation seen
                && time.equals(seen.time)
                && Arrays.equals(names, seen.names)
                && Arrays.equals(values, seen.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(time, Arrays.hashCode(names), Arrays.hashCode(values));
    }

    @Override
    public String toString() {
        return "Observation[time=" + time + ", values=" + values() + "]";
    }
}
