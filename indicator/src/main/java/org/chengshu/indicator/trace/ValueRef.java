package org.chengshu.indicator.trace;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.chengshu.core.spi.TraceRef;

/** Names one value on the chain: {@code indicator@start@key}. */
record ValueRef(String indicator, Instant start, String key) {
    static final String KIND = "indicator";
    private static final char SEPARATOR = '@';

    static Optional<ValueRef> of(TraceRef ref) {
        int first = ref.id().indexOf(SEPARATOR);
        int second = ref.id().indexOf(SEPARATOR, first + 1);
        if (!ref.kind().equals(KIND) || first < 0 || second < 0) {
            return Optional.empty();
        }
        try {
            Instant start = Instant.parse(ref.id().substring(first + 1, second));
            return Optional.of(
                    new ValueRef(ref.id().substring(0, first), start, ref.id().substring(second + 1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    TraceRef ref() {
        return TraceRef.of(KIND, indicator + SEPARATOR + start + SEPARATOR + key);
    }
}
