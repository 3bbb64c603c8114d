package org.chengshu.core.search.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.spi.SearchEntry;
import org.chengshu.core.spi.SearchSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what has changed into the index, source by source. For one thread. */
final class SearchFeeder {
    private static final Logger LOG = LoggerFactory.getLogger(SearchFeeder.class);
    // A transaction may commit later than others that began after it.
    private static final Duration OVERLAP = Duration.ofSeconds(10);
    private static final Duration COMMIT = Duration.ofSeconds(30);

    private final SearchIndex index;
    private final List<SearchSource> sources;
    private final Clock clock;
    private final Map<String, String> marks;
    private final Map<String, Object> stamps = new HashMap<>();
    private final Map<String, Map<String, Integer>> known = new HashMap<>();
    private Instant committed;
    private boolean dirty;

    SearchFeeder(SearchIndex index, List<SearchSource> sources, Clock clock, Map<String, String> marks) {
        this.index = index;
        this.sources = sources;
        this.clock = clock;
        this.marks = new HashMap<>(marks);
        this.committed = clock.instant();
    }

    /** Looks once at every source; one that fails is left for the next time. */
    void round() throws IOException {
        boolean changed = false;
        for (SearchSource source : sources) {
            changed |= feed(source);
        }
        if (changed) {
            index.refresh();
            dirty = true;
        }
        if (dirty && Duration.between(committed, clock.instant()).abs().compareTo(COMMIT) > 0) {
            commit();
        }
    }

    void commit() throws IOException {
        index.commit(marks);
        committed = clock.instant();
        dirty = false;
    }

    @SuppressWarnings("ReferenceEquality") // a stamp is the very same object or it says nothing
    private boolean feed(SearchSource source) {
        Object stamp = source.stamp();
        if (stamps.get(source.kind()) == stamp) {
            return false;
        }
        Instant begun = clock.instant();
        Optional<Instant> since = Optional.ofNullable(marks.get(source.kind())).map(Instant::parse);
        Map<String, Integer> seen = known.computeIfAbsent(source.kind(), kind -> new HashMap<>());
        int[] put = {0};
        try {
            source.entries(since.map(mark -> mark.minus(OVERLAP)), entry -> put[0] += put(source, entry, seen));
            marks.put(source.kind(), begun.toString());
            stamps.put(source.kind(), stamp);
        } catch (RuntimeException e) {
            LOG.warn("search could not look at {}: {}", source.kind(), e.toString());
        }
        return put[0] > 0;
    }

    private int put(SearchSource source, SearchEntry entry, Map<String, Integer> seen) {
        Integer hash = entry.hashCode();
        if (hash.equals(seen.put(entry.id(), hash))) {
            return 0;
        }
        index.put(source.kind(), entry);
        return 1;
    }
}
