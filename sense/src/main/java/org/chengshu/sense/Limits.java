package org.chengshu.sense;

import java.util.Optional;

/** How many messages, single values and bytes may come in a second; what is absent is not limited here. Immutable. */
public record Limits(Optional<Double> messages, Optional<Double> values, Optional<Double> bytes) {
    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty(), Optional.empty());

    public Limits {
        requireSomething(messages);
        requireSomething(values);
        requireSomething(bytes);
    }

    private static void requireSomething(Optional<Double> limit) {
        if (limit.isPresent() && (!(limit.get() > 0) || limit.get().isInfinite())) {
            throw new IllegalArgumentException("a limit is more than nothing");
        }
    }

    public boolean areNone() {
        return messages.isEmpty() && values.isEmpty() && bytes.isEmpty();
    }

    /** These, and where these say nothing the other's. */
    public Limits or(Limits other) {
        return new Limits(messages.or(other::messages), values.or(other::values), bytes.or(other::bytes));
    }
}
