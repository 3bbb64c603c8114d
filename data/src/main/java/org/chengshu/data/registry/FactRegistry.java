package org.chengshu.data.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chengshu.core.spi.Fact;
import org.chengshu.core.spi.FactSource;
import org.chengshu.data.DataError;
import org.chengshu.data.Dataset;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Nearest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * All datasets: the facts that the modules of this node publish and what is on the shelf; the only place that knows the
 * views behind them.
 */
@Component
public class FactRegistry {
    private final Map<String, Published> byId = new TreeMap<>();
    private final List<Shelf> shelves;

    FactRegistry(List<FactSource> sources) {
        this(sources, List.of());
    }

    @Autowired
    FactRegistry(List<FactSource> sources, List<Shelf> shelves) {
        this.shelves = List.copyOf(shelves);
        List<Fact> facts =
                sources.stream().flatMap(source -> source.facts().stream()).toList();
        List<String> faults = new ArrayList<>();
        for (Fact fact : facts) {
            faults.addAll(FactCheck.faults(fact));
            if (byId.put(fact.id(), Published.of(fact)) != null) {
                faults.add("dataset " + fact.id() + " is published twice");
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("published facts are faulty: " + String.join("; ", faults));
        }
    }

    public List<Dataset> list() {
        return published().stream().map(Published::dataset).toList();
    }

    /** All datasets by id, with the views behind them. */
    public List<Published> published() {
        return Stream.concat(byId.values().stream(), shelves.stream().flatMap(shelf -> shelf.list().stream()))
                .sorted(Comparator.comparing(published -> published.dataset().id()))
                .toList();
    }

    /** The dataset of this id; {@code id@7} is a stored one as its revision 7 left it. */
    public Optional<Published> find(String id) {
        Published published = byId.get(id);
        if (published != null) {
            return Optional.of(published);
        }
        return shelves.stream().flatMap(shelf -> shelf.find(id).stream()).findFirst();
    }

    public Published get(String id) {
        return find(id).orElseThrow(() -> new Fault(DataError.DATASET_NOT_FOUND, unknown(id)));
    }

    private String unknown(String id) {
        List<String> ids = list().stream().map(Dataset::id).toList();
        return "no dataset " + id
                + Nearest.of(id, ids)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
    }
}
