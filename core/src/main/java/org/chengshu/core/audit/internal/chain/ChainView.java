package org.chengshu.core.audit.internal.chain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chengshu.core.audit.AuditAlgorithm;
import org.chengshu.core.audit.AuditSettings;
import org.chengshu.core.settings.Settings;
import org.springframework.stereotype.Component;

/** What doors show of the chain. */
@Component
public class ChainView {
    private final ChainStore store;
    private final Partitions partitions;
    private final AuditAlgorithm algorithm;

    ChainView(ChainStore store, Partitions partitions, Settings settings) {
        this.store = store;
        this.partitions = partitions;
        this.algorithm = settings.get(AuditSettings.ALGORITHM);
    }

    /** An entry's place in the chain. */
    public record Place(long number, String hash) {}

    /** How the chain stands. */
    public record State(
            long entries,
            long sealed,
            long waiting,
            Optional<Verification.Head> head,
            String algorithm,
            Optional<Instant> oldest,
            List<Partitions.Partition> partitions) {}

    public Map<UUID, Place> placesOf(List<UUID> entries) {
        return store.linksOf(entries).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        link -> new Place(
                                link.getValue().number(), link.getValue().hash())));
    }

    public State state() {
        Optional<Link> head = store.head();
        long sealed = head.map(Link::number).orElse(0L);
        long waiting = store.waiting();
        return new State(
                sealed + waiting,
                sealed,
                waiting,
                head.map(Verification.Head::of),
                Link.word(algorithm),
                store.find(1).map(Link::at),
                partitions.list());
    }
}
