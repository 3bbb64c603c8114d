package org.chengshu.indicator.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.Grain;
import org.chengshu.indicator.store.Catalogue;
import org.chengshu.indicator.store.Declared;
import org.chengshu.indicator.store.DefinitionStore;
import org.chengshu.kernel.Fault;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the running period and the one before it up to date, and computes everything once when a definition changed. An
 * indicator that takes long is computed less often, so that all of them together stay a small part of a node's work.
 */
@Component
class OpenPeriods {
    private static final Logger LOG = LoggerFactory.getLogger(OpenPeriods.class);
    private static final int REST_AFTER_WORK = 5;

    private final Catalogue catalogue;
    private final DefinitionStore definitions;
    private final Recompute recompute;
    private final Ranges ranges;
    private final Clock clock;
    private final CitySettings settings;
    private final Map<String, Instant> dueAt = new ConcurrentHashMap<>();

    OpenPeriods(
            Catalogue catalogue,
            DefinitionStore definitions,
            Recompute recompute,
            Ranges ranges,
            Clock clock,
            CitySettings settings) {
        this.catalogue = catalogue;
        this.definitions = definitions;
        this.recompute = recompute;
        this.ranges = ranges;
        this.clock = clock;
        this.settings = settings;
    }

    void run() {
        Set<String> behind = new HashSet<>(definitions.behind());
        List<Declared> inOrder = catalogue.list().stream()
                .sorted(Comparator.comparing(Ranges::isBuiltOnValues).thenComparing(Declared::id))
                .toList();
        for (Declared declared : inOrder) {
            boolean all = behind.contains(declared.id());
            if (all || isDue(declared)) {
                attempt(declared, all);
            }
        }
    }

    private void attempt(Declared declared, boolean all) {
        long began = System.nanoTime();
        try {
            if (all) {
                ranges.chunks(declared, Optional.empty(), Optional.empty())
                        .forEach(chunk -> recompute.run(declared, chunk.from(), chunk.to()));
                definitions.caughtUp(declared.id());
            }
            open(declared);
        } catch (Fault | DataAccessException e) {
            LOG.warn("indicator {} could not be computed", declared.id(), e);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        dueAt.put(declared.id(), clock.instant().plus(took.multipliedBy(REST_AFTER_WORK)));
    }

    private void open(Declared declared) {
        Grain grain = declared.definition().grain();
        Instant now = grain.startOf(clock.instant(), settings.zone());
        recompute.run(declared, grain.before(now, settings.zone()), grain.next(now, settings.zone()));
    }

    private boolean isDue(Declared declared) {
        Instant due = dueAt.get(declared.id());
        return due == null || !due.isAfter(clock.instant());
    }
}
