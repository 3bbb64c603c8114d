package org.chengshu.indicator;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Fault;

/** Which values of one indicator: periods that start from {@code from} to just before {@code to}; a key; a dimension. */
public record ValueFilter(
        String indicator,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> key,
        Optional<String> dimension) {
    public ValueFilter {
        Objects.requireNonNull(indicator, "indicator");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new Fault(IndicatorError.PERIOD_FAULTY, "the range ends before it starts");
        }
    }

    public static ValueFilter all(String indicator) {
        return new ValueFilter(indicator, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
