package org.chengshu.data.lineage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.data.LineageEdge;
import org.chengshu.data.LineageEdge.Point;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps what lineage was: steps that are new begin, steps that are no more end. */
@Configuration(proxyBeanMethods = false)
class LineageKeeping {
    private static final Duration OFTEN = Duration.ofMinutes(1);

    @Bean
    RecurringJob lineageKeep(LineageBook book, LineageStore store, Transactions transactions, Clock clock) {
        return new RecurringJob(
                "data.keep-lineage",
                Text.of("留存血缘的变化", "Keep changes of lineage"),
                OFTEN,
                () -> transactions.run(() -> keep(book.read().edges(), store, clock.instant())));
    }

    static void keep(List<LineageEdge> edges, LineageStore store, Instant at) {
        Map<Key, LineageEdge> begun = new LinkedHashMap<>();
        edges.forEach(edge -> begun.put(Key.of(edge), edge));
        Map<Key, LineageEdge> ended = new LinkedHashMap<>();
        store.now().forEach(edge -> ended.put(Key.of(edge), edge));
        ended.keySet().removeIf(key -> begun.remove(key) != null);
        store.end(ended.values(), at);
        store.begin(begun.values(), at);
    }

    // A new title is no change of lineage.
    private record Key(Point from, Point to, LineageEdge.How how, LineageGraph.MakerKey by, String version) {
        static Key of(LineageEdge edge) {
            return new Key(
                    edge.from(),
                    edge.to(),
                    edge.how(),
                    LineageGraph.MakerKey.of(edge.by()),
                    edge.by().version());
        }
    }
}
