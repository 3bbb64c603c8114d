package org.chengshu.data.catalogue.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengshu.core.access.Viewer;
import org.chengshu.data.Dataset;
import org.chengshu.data.Datasets;
import org.chengshu.data.catalogue.Entry;
import org.chengshu.data.catalogue.EntryDesk;
import org.chengshu.data.catalogue.EntryDraft;
import org.chengshu.data.catalogue.EntryStore;
import org.chengshu.data.catalogue.UpdateCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Sees to it that every dataset has an entry: drafts those of new ones, and anew those that nobody has touched. */
@Component
class DraftKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(DraftKeeper.class);
    // To guess a cycle reads a year of rows.
    private static final Duration GUESSED_FOR = Duration.ofMinutes(10);

    private final Datasets datasets;
    private final EntryStore entries;
    private final EntryDesk desk;
    private final CycleGuess cycles;
    private final Clock clock;
    private final Map<String, Instant> guessed = new HashMap<>();

    DraftKeeper(
            @Qualifier("jooqDatasets") Datasets datasets,
            EntryStore entries,
            EntryDesk desk,
            CycleGuess cycles,
            Clock clock) {
        this.datasets = datasets;
        this.entries = entries;
        this.desk = desk;
        this.cycles = cycles;
        this.clock = clock;
    }

    synchronized void round() {
        List<Dataset> there = datasets.list(Viewer.system());
        Map<String, Entry> known = entries.ofDatasets().stream()
                .collect(Collectors.toMap(entry -> entry.dataset().orElseThrow(), Function.identity()));
        there.forEach(dataset -> keep(dataset, known));
        Set<String> ids = there.stream().map(Dataset::id).collect(Collectors.toSet());
        guessed.keySet().retainAll(ids);
        known.values().stream()
                .filter(Entry::isUntouched)
                .filter(entry -> !ids.contains(entry.dataset().orElseThrow()))
                .forEach(entry -> desk.forget(entry.id()));
    }

    private void keep(Dataset dataset, Map<String, Entry> known) {
        try {
            Entry entry = known.get(dataset.id());
            if (entry == null) {
                desk.draft(dataset.id(), dataset.owner(), EntryDraft.of(dataset, guess(dataset)));
            } else if (entry.isUntouched()) {
                desk.redraft(entry.id(), dataset.owner(), EntryDraft.of(dataset, cycle(entry, dataset)));
            }
        } catch (RuntimeException e) {
            LOG.warn("the entry of {} waits: {}", dataset.id(), e.toString());
        }
    }

    private UpdateCycle cycle(Entry entry, Dataset dataset) {
        UpdateCycle known = entry.content().cycle();
        Instant last = guessed.getOrDefault(dataset.id(), Instant.EPOCH);
        boolean due = Duration.between(last, clock.instant()).abs().compareTo(GUESSED_FOR) >= 0;
        return known == UpdateCycle.IRREGULAR && due ? guess(dataset) : known;
    }

    private UpdateCycle guess(Dataset dataset) {
        guessed.put(dataset.id(), clock.instant());
        return cycles.of(dataset);
    }
}
