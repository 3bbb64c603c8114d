package org.chengshu.data.library.match;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A row's values made ready for comparing; what a comparison does not need is not made. For one thread. */
public final class Prepared {
    private final String[] values;
    private final Map<Comparer, Object[]> ready = new EnumMap<>(Comparer.class);

    /** @param values one per field of the library, null where the row has none */
    public Prepared(String[] values) {
        this.values = values.clone();
    }

    Optional<Object> ready(int field, Comparer by) {
        if (values[field] == null) {
            return Optional.empty();
        }
        Object[] made = ready.computeIfAbsent(by, _ -> new Object[values.length]);
        if (made[field] == null) {
            made[field] = by.prepare(values[field]);
        }
        return Optional.of(made[field]);
    }
}
