package org.chengshu.indicator.model;

import java.util.Objects;
import java.util.Optional;

/**
 * One number that a series indicator takes from a thing's hourly facts over a period.
 *
 * @param stat the field of the hourly facts that is read, such as {@code avg}
 * @param hours how many hourly (or sliding) values of the period must be known
 * @param scale factor on the hourly values
 */
public record Input(
        String name,
        String property,
        String stat,
        Combine aggregate,
        int hours,
        double scale,
        Optional<Sliding> sliding) {
    public Input {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(property, "property");
        Objects.requireNonNull(stat, "stat");
        Objects.requireNonNull(aggregate, "aggregate");
    }

    /** How many hours before a period its first window reaches back. */
    public int lookBack() {
        return sliding.map(window -> window.hours() - 1).orElse(0);
    }
}
