package org.chengshu.sense.absence;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.intake.CommittedObservations;
import org.chengshu.sense.rulebook.AbsenceRule;
import org.chengshu.sense.rulebook.RuleBook;
import org.chengshu.wire.Observation;
import org.springframework.stereotype.Component;

/** When a value of each property that a rule of absence watches has last arrived, since this node's start. */
@Component
final class Arrivals implements CommittedObservations {
    private final RuleBook rules;
    private final Clock clock;
    private final Map<Key, Instant> arrived = new ConcurrentHashMap<>();
    private volatile Watched watched = new Watched(0, Map.of());

    Arrivals(RuleBook rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    private record Key(int device, String property) {}

    /** The watched properties by product, under the rules of one moment. */
    private record Watched(long stamp, Map<String, Set<String>> properties) {}

    @Override
    public void heard(Map<KnownDevice, Observation> newest) {
        Map<String, Set<String>> properties = watched();
        if (properties.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        newest.forEach((device, seen) -> {
            for (String property : properties.getOrDefault(device.product().id(), Set.of())) {
                if (seen.find(property).isPresent()) {
                    note(device.id(), property, now);
                }
            }
        });
    }

    void note(int device, String property, Instant at) {
        arrived.put(new Key(device, property), at);
    }

    Optional<Instant> last(int device, String property) {
        return Optional.ofNullable(arrived.get(new Key(device, property)));
    }

    private Map<String, Set<String>> watched() {
        Watched known = watched;
        if (known.stamp() != rules.stamp()) {
            Map<String, Set<String>> properties = new HashMap<>();
            long stamp = rules.stamp();
            for (AbsenceRule rule : rules.absences()) {
                properties
                        .computeIfAbsent(rule.product(), id -> new HashSet<>())
                        .add(rule.property());
            }
            known = new Watched(stamp, properties);
            watched = known;
        }
        return known.properties();
    }
}
