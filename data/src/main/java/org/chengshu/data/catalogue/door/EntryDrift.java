package org.chengshu.data.catalogue.door;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.core.spi.FactField;
import org.chengshu.data.Dataset;
import org.chengshu.data.catalogue.Entry;
import org.chengshu.data.catalogue.EntryField;

/** In what an entry no longer says what its dataset is. */
record EntryDrift(boolean gone, List<String> notInEntry, List<String> notInDataset) {
    static Optional<EntryDrift> between(Entry entry, Optional<Dataset> dataset) {
        if (entry.dataset().isEmpty()) {
            return Optional.empty();
        }
        if (dataset.isEmpty()) {
            return Optional.of(new EntryDrift(true, List.of(), List.of()));
        }
        Set<String> told =
                entry.content().fields().stream().map(EntryField::name).collect(Collectors.toSet());
        Set<String> there = dataset.get().fields().stream().map(FactField::name).collect(Collectors.toSet());
        EntryDrift drift = new EntryDrift(
                false,
                there.stream().filter(name -> !told.contains(name)).sorted().toList(),
                told.stream().filter(name -> !there.contains(name)).sorted().toList());
        return drift.notInEntry.isEmpty() && drift.notInDataset.isEmpty() ? Optional.empty() : Optional.of(drift);
    }
}
