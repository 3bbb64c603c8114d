package org.chengshu.cases;

import java.util.Objects;
import java.util.UUID;

/** Names one case for good; sorts by the time it was recorded. People use its number instead. Immutable. */
public record CaseId(UUID value) {
    public CaseId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
