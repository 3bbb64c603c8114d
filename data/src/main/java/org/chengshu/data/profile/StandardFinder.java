package org.chengshu.data.profile;

import java.util.Collection;
import java.util.Optional;

/** Tells which standard function takes nearly all of some texts. */
@FunctionalInterface
interface StandardFinder {
    Optional<Found> find(Collection<String> texts);

    /** The call of a function and the share of the texts that it takes. */
    record Found(String call, double share) {}
}
