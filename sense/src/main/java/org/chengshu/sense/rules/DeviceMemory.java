package org.chengshu.sense.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.sense.codec.Micros;
import org.chengshu.wire.Value;

/**
 * All that the rules remember of one device. Immutable, so that a batch that fails leaves the former one standing; what did
 * not change is shared between a memory and the one before.
 */
public final class DeviceMemory {
    private static final Value[] NO_VALUES = new Value[0];
    private static final long[] NO_TIMES = new long[0];

    public static final DeviceMemory EMPTY =
            new DeviceMemory(Shape.NOTHING, Micros.NONE, NO_VALUES, NO_TIMES, Shape.NOTHING.noRuns());

    final Shape shape;
    final long last;
    /** By remembered property, null where it was never seen. */
    final Value[] values;
    /** By remembered property since when and when last seen, in pairs. */
    final long[] times;

    final long[] runs;

    DeviceMemory(Shape shape, long last, Value[] values, long[] times, long[] runs) {
        this.shape = shape;
        this.last = last;
        this.values = values;
        this.times = times;
        this.runs = runs;
    }

    static DeviceMemory of(Optional<Instant> lastTime, Map<String, Held> held, Map<String, Run> runs) {
        List<String> properties = List.copyOf(held.keySet());
        List<String> rules = List.copyOf(runs.keySet());
        int[] widths =
                rules.stream().mapToInt(rule -> runs.get(rule).cells().size()).toArray();
        List<String> prints =
                rules.stream().map(rule -> runs.get(rule).fingerprint()).toList();
        Shape shape = held.isEmpty() && runs.isEmpty() ? Shape.NOTHING : new Shape(properties, rules, prints, widths);
        Value[] values = properties.isEmpty() ? NO_VALUES : new Value[properties.size()];
        long[] times = properties.isEmpty() ? NO_TIMES : new long[2 * properties.size()];
        for (int i = 0; i < values.length; i++) {
            Held one = held.get(properties.get(i));
            values[i] = one.value();
            times[2 * i] = Micros.of(one.since());
            times[2 * i + 1] = Micros.of(one.seen());
        }
        long[] cells = rules.stream()
                .flatMap(rule -> runs.get(rule).cells().stream())
                .mapToLong(Long::longValue)
                .toArray();
        return new DeviceMemory(shape, lastTime.map(Micros::of).orElse(Micros.NONE), values, times, cells);
    }

    public boolean isLate(Instant time) {
        return isLate(Micros.of(time));
    }

    boolean isLate(long time) {
        return time <= last;
    }

    /** The time of the last observation that was judged. */
    public Optional<Instant> lastTime() {
        return last == Micros.NONE ? Optional.empty() : Optional.of(Micros.instant(last));
    }

    /** The rules whose alarm is open by this memory. */
    public List<String> raised() {
        List<String> raised = new ArrayList<>();
        for (int rule = 0; rule < shape.rules().size(); rule++) {
            if (runs[shape.start(rule) + RuleJudge.RAISED] != Micros.NONE) {
                raised.add(shape.rules().get(rule));
            }
        }
        return raised;
    }

    /** The same without anything about one rule, as when a person has cleared its alarm. */
    public DeviceMemory without(String rule) {
        int place = shape.rules().indexOf(rule);
        if (place < 0) {
            return this;
        }
        long[] rest = runs.clone();
        Arrays.fill(rest, shape.start(place), shape.start(place) + shape.width(place), Micros.NONE);
        return new DeviceMemory(shape, last, values, times, rest);
    }

    Map<String, Held> held() {
        Map<String, Held> held = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                held.put(
                        shape.properties().get(i),
                        new Held(values[i], Micros.instant(times[2 * i]), Micros.instant(times[2 * i + 1])));
            }
        }
        return held;
    }

    Map<String, Run> runs() {
        Map<String, Run> all = new TreeMap<>();
        for (int rule = 0; rule < shape.rules().size(); rule++) {
            long[] cells = Arrays.copyOfRange(runs, shape.start(rule), shape.start(rule) + shape.width(rule));
            if (Arrays.stream(cells).anyMatch(cell -> cell != Micros.NONE)) {
                List<Long> boxed = Arrays.stream(cells).boxed().toList();
                all.put(shape.rules().get(rule), new Run(shape.fingerprint(rule), boxed));
            }
        }
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeviceMemory memory
                && last == memory.last
                && held().equals(memory.held())
                && runs().equals(memory.runs());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(last);
    }

    @Override
    public String toString() {
        return "DeviceMemory[" + lastTime() + ", " + held() + ", " + runs() + "]";
    }
}
