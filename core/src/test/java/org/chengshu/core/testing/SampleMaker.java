package org.chengshu.core.testing;

import java.util.Optional;
import org.chengshu.core.http.Route;

/** Makes a thing that a route of a module shows or changes, in a district of the {@link TestTown}. */
@FunctionalInterface
public interface SampleMaker {
    /** Empty when it knows no such things: the test of the route fails then. */
    Optional<Sample> make(Route route, District district);

    /** Where the thing is to lie. */
    record District(String code, String path) {
        static final District WEST = new District(TestTown.WEST, TestTown.WEST_PATH);
        static final District EAST = new District(TestTown.EAST, TestTown.EAST_PATH);
    }
}
