package org.chengshu.sense.derived;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** What one batch touches: one stretch for each property of a device. For one thread. */
public final class Touched {
    private final Map<Key, Touch> touches = new LinkedHashMap<>();
    private final LongSupplier numbers;

    Touched(LongSupplier numbers) {
        this.numbers = numbers;
    }

    private record Key(int device, String property) {}

    void add(int device, String property, long low, long high) {
        touches.merge(
                new Key(device, property),
                new Touch(0, device, property, low, high),
                (one, other) -> new Touch(
                        one.id(),
                        device,
                        property,
                        Math.min(one.low(), other.low()),
                        Math.max(one.high(), other.high())));
    }

    public boolean isEmpty() {
        return touches.isEmpty();
    }

    /** Each with a number of its own. */
    List<Touch> numbered() {
        Collection<Touch> all = touches.values();
        return all.stream()
                .map(one -> new Touch(numbers.getAsLong(), one.device(), one.property(), one.low(), one.high()))
                .toList();
    }
}
