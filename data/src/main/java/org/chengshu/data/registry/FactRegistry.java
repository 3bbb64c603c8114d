package org.chengshu.data.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.core.spi.Fact;
import org.chengshu.core.spi.FactSource;
import org.chengshu.data.DataError;
import org.chengshu.data.Dataset;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Nearest;
import org.springframework.stereotype.Component;

/** All facts that the modules of this node publish, as datasets; the only place that knows their views. */
@Component
public class FactRegistry {
    private final Map<String, Published> byId = new TreeMap<>();

    FactRegistry(List<FactSource> sources) {
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
        return byId.values().stream()
                .map(Published::dataset)
                .sorted(Comparator.comparing(Dataset::id))
                .toList();
    }

    public Optional<Published> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Published get(String id) {
        return find(id).orElseThrow(() -> new Fault(DataError.DATASET_NOT_FOUND, unknown(id)));
    }

    private String unknown(String id) {
        return "no dataset " + id
                + Nearest.of(id, byId.keySet())
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
    }
}
