package org.chengshu.core.spi;

import java.util.Objects;

/**
 * Names one thing on the chain from what was measured to what was decided.
 *
 * @param kind a word such as those a {@link TraceSource} declares
 * @param id unique within its kind; may hold any character
 */
public record TraceRef(String kind, String id) {
    public TraceRef {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    public static TraceRef of(String kind, String id) {
        return new TraceRef(kind, id);
    }
}
