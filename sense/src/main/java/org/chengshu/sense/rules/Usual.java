package org.chengshu.sense.rules;

import java.util.Optional;

/** What is usual for a device at the time of an observation. */
@FunctionalInterface
public interface Usual {
    Usual UNKNOWN = property -> Optional.empty();

    /** The usual value of a property and how far from it is still usual, in its unit. */
    record Band(double usual, double spread) {}

    Optional<Band> of(String property);
}
