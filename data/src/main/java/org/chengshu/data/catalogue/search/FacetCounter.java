package org.chengshu.data.catalogue.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts what is found: by each of some facets, or by all of them together. For one thread. */
final class FacetCounter implements Collector {
    private final FacetColumns columns;
    private final List<Facet> facets;
    private final boolean together;
    private final Map<List<String>, Integer> counts = new HashMap<>();
    private int total;

    private FacetCounter(FacetColumns columns, List<Facet> facets, boolean together) {
        this.columns = columns;
        this.facets = List.copyOf(facets);
        this.together = together;
    }

    /** Counts keyed by facet word and value. */
    static CollectorManager<FacetCounter, FacetCounter> each(FacetColumns columns, List<Facet> facets) {
        return new Manager(() -> new FacetCounter(columns, facets, false));
    }

    /** Counts keyed by one value of each facet. */
    static CollectorManager<FacetCounter, FacetCounter> together(FacetColumns columns, List<Facet> facets) {
        return new Manager(() -> new FacetCounter(columns, facets, true));
    }

    private record Manager(Supplier<FacetCounter> make) implements CollectorManager<FacetCounter, FacetCounter> {
        @Override
        public FacetCounter newCollector() {
            return make.get();
        }

        @Override
        public FacetCounter reduce(Collection<FacetCounter> parts) {
            FacetCounter whole = make.get();
            for (FacetCounter part : parts) {
                whole.total += part.total;
                part.counts.forEach((key, count) -> whole.counts.merge(key, count, Integer::sum));
            }
            return whole;
        }
    }

    int total() {
        return total;
    }

    Map<List<String>, Integer> counts() {
        return counts;
    }

    Map<String, Integer> counts(Facet facet) {
        Map<String, Integer> of = new HashMap<>();
        counts.forEach((key, count) -> {
            if (key.getFirst().equals(facet.word())) {
                of.put(key.getLast(), count);
            }
        });
        return of;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        FacetColumns.Column[] its = new FacetColumns.Column[facets.size()];
        for (int i = 0; i < its.length; i++) {
            its[i] = columns.column(context.reader(), facets.get(i));
        }
        return together ? new Together(its) : new Each(its);
    }

    private final class Each implements LeafCollector {
        private final FacetColumns.Column[] its;
        private final int[][] numbers;

        Each(FacetColumns.Column[] its) {
            this.its = its;
            this.numbers = new int[its.length][];
            for (int i = 0; i < its.length; i++) {
                numbers[i] = new int[its[i].values().length];
            }
        }

        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) {
            total++;
            for (int i = 0; i < its.length; i++) {
                numbers[i][its[i].ordinals()[doc]]++;
            }
        }

        @Override
        public void finish() {
            for (int i = 0; i < its.length; i++) {
                for (int ordinal = 0; ordinal < numbers[i].length; ordinal++) {
                    if (numbers[i][ordinal] > 0) {
                        List<String> key = List.of(facets.get(i).word(), its[i].values()[ordinal]);
                        counts.merge(key, numbers[i][ordinal], Integer::sum);
                    }
                }
            }
        }
    }

    private final class Together implements LeafCollector {
        private final FacetColumns.Column[] its;
        private final Map<Long, int[]> numbers = new HashMap<>();

        Together(FacetColumns.Column[] its) {
            this.its = its;
        }

        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) {
            total++;
            long key = 0;
            for (FacetColumns.Column column : its) {
                key = key << Short.SIZE | column.ordinals()[doc];
            }
            numbers.computeIfAbsent(key, any -> new int[1])[0]++;
        }

        @Override
        public void finish() {
            numbers.forEach((key, number) -> counts.merge(values(key), number[0], Integer::sum));
        }

        private List<String> values(long key) {
            List<String> values = new ArrayList<>(its.length);
            for (int i = 0; i < its.length; i++) {
                int shift = Short.SIZE * (its.length - 1 - i);
                values.add(its[i].values()[(int) (key >>> shift & Short.MAX_VALUE)]);
            }
            return values;
        }
    }
}
