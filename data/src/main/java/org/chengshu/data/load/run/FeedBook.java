package org.chengshu.data.load.run;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FeedOpener;
import org.chengshu.data.load.LoadOrder;
import org.chengshu.kernel.Fault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of feeds that this program can open. */
@Component
class FeedBook {
    private final Map<String, FeedOpener> byKind;

    FeedBook(ObjectProvider<FeedOpener> openers) {
        byKind = openers.stream().collect(Collectors.toUnmodifiableMap(FeedOpener::kind, Function.identity()));
    }

    void requireKind(String kind) {
        if (!byKind.containsKey(kind)) {
            throw new Fault(
                    DataError.LOAD_FAULTY,
                    "no feed is of kind " + kind + "; there are "
                            + byKind.keySet().stream().sorted().toList());
        }
    }

    Feed open(LoadOrder order) {
        requireKind(order.feed());
        return byKind.get(order.feed()).open(order.spec(), order.from());
    }
}
