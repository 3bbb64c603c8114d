package org.chengshu.data.feed.net;

import java.util.List;
import java.util.stream.Stream;

/** Which networks a test lets sources lie in. */
public final class TestReach {
    private TestReach() {}

    public static Reach of(String... networks) {
        List<Network> allowed = Stream.of(networks).map(Network::of).toList();
        return new Reach(allowed);
    }
}
