package org.chengshu.core.db;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A release of the program, such as 0.2.0. Ordered by its three numbers. Immutable.
 *
 * @param name three numbers with dots between
 */
public record Release(String name) implements Comparable<Release> {
    private static final Pattern FORM = Pattern.compile("\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}");

    /** The release that is running. */
    public static final Release CURRENT = new Release("0.2.0");

    public Release {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("a release is three numbers such as 0.2.0, not " + name);
        }
    }

    @Override
    public int compareTo(Release other) {
        return Comparator.<Release>comparingInt(release -> release.number(0))
                .thenComparingInt(release -> release.number(1))
                .thenComparingInt(release -> release.number(2))
                .compare(this, other);
    }

    private int number(int index) {
        return Integer.parseInt(name.split("\\.")[index]);
    }

    @Override
    public String toString() {
        return name;
    }
}
