package org.chengshu.sense.derived.reckon;

import java.util.Comparator;

/** A property of a product, which each of its devices has as a series. */
public record SeriesName(String product, String property) implements Comparable<SeriesName> {
    private static final Comparator<SeriesName> ORDER =
            Comparator.comparing(SeriesName::product).thenComparing(SeriesName::property);

    @Override
    public int compareTo(SeriesName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return product + "/" + property;
    }
}
