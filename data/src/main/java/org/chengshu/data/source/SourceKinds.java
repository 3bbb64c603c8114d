package org.chengshu.data.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengshu.data.feed.FeedOpener;
import org.chengshu.data.feed.SourceKind;
import org.springframework.stereotype.Component;

/** Every kind of source that this node knows, and who opens its feeds. */
@Component
final class SourceKinds {
    private final Map<String, SourceKind> kinds;
    private final Map<String, FeedOpener> openers;

    SourceKinds(List<SourceKind> kinds, List<FeedOpener> openers) {
        this.kinds = kinds.stream()
                .collect(Collectors.toMap(SourceKind::kind, Function.identity(), (a, b) -> a, TreeMap::new));
        this.openers = openers.stream().collect(Collectors.toMap(FeedOpener::kind, Function.identity()));
    }

    Optional<SourceKind> find(String kind) {
        return Optional.ofNullable(kinds.get(kind));
    }

    Optional<FeedOpener> opener(String kind) {
        return Optional.ofNullable(openers.get(kind));
    }

    String words() {
        return String.join(", ", kinds.keySet());
    }
}
