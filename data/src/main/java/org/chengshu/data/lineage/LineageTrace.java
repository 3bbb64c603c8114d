package org.chengshu.data.lineage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.TraceLink;
import org.chengshu.core.spi.TraceNode;
import org.chengshu.core.spi.TraceRef;
import org.chengshu.core.spi.TraceSource;
import org.chengshu.data.Dataset;
import org.chengshu.data.Datasets;
import org.chengshu.data.LineageEdge.Kind;
import org.chengshu.data.load.LoadView;
import org.chengshu.data.load.Loads;
import org.chengshu.data.registry.FactRegistry;
import org.chengshu.data.registry.Published;
import org.chengshu.data.stored.Layer;
import org.chengshu.data.stored.StoredDataset;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/**
 * Puts datasets and loads on the chain: from a value of an indicator to the dataset that it is computed over, on to those that
 * this one is made of, down to the loads that brought their rows.
 */
@Component
class LineageTrace implements TraceSource {
    static final String DATASET = "dataset";
    static final String LOAD = "load";
    private static final String INDICATOR = "indicator";
    private static final char VALUE = '@';
    private static final int LOADS = 3;

    private final Flows flows;
    private final FactRegistry registry;
    private final StoredDatasets stored;
    private final Loads loads;

    LineageTrace(Flows flows, FactRegistry registry, StoredDatasets stored, Loads loads) {
        this.flows = flows;
        this.registry = registry;
        this.stored = stored;
        this.loads = loads;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DATASET, LOAD);
    }

    @Override
    public Set<String> gatheringKinds() {
        return Set.of(DATASET);
    }

    @Override
    public Optional<TraceNode> find(TraceRef ref, Viewer viewer) {
        if (!viewer.may(Datasets.READ)) {
            return Optional.empty();
        }
        return ref.kind().equals(LOAD) ? load(ref) : dataset(ref);
    }

    private Optional<TraceNode> dataset(TraceRef ref) {
        Optional<Instant> refreshed = stored.find(ref.id()).flatMap(StoredDataset::refreshedAt);
        return registry.find(ref.id())
                .map(Published::dataset)
                .map(Dataset::title)
                .map(title -> new TraceNode(ref, title, refreshed, Optional.of("/data/" + ref.id())));
    }

    private Optional<TraceNode> load(TraceRef ref) {
        try {
            return loads.find(UUID.fromString(ref.id()))
                    .map(load -> new TraceNode(
                            ref,
                            Text.of(
                                    load.title().zh() + "（" + load.stored() + " 行）",
                                    load.title().en() + " (" + load.stored() + " rows)"),
                            Optional.of(load.startedAt()),
                            Optional.of("/data/loads/" + ref.id())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<TraceLink> links(TraceRef ref, Viewer viewer) {
        if (!viewer.may(Datasets.READ)) {
            return List.of();
        }
        return switch (ref.kind()) {
            case DATASET -> ofDataset(ref);
            case LOAD -> loadsInto(ref);
            case INDICATOR -> ofValue(ref);
            default -> List.of();
        };
    }

    private List<TraceLink> ofDataset(TraceRef ref) {
        List<TraceLink> links = new ArrayList<>();
        for (Flows.Link link : flows.links()) {
            boolean datasets = link.from().kind() == Kind.DATASET && link.to().kind() == Kind.DATASET;
            boolean here = link.from().id().equals(ref.id()) || link.to().id().equals(ref.id());
            if (datasets && here) {
                links.add(new TraceLink(
                        TraceRef.of(DATASET, link.from().id()),
                        TraceRef.of(DATASET, link.to().id()),
                        "made-into"));
            }
        }
        if (Layer.ofId(ref.id()).isPresent()) {
            loads.latest(ref.id(), LOADS).forEach(load -> links.add(loaded(load)));
        }
        return links;
    }

    private List<TraceLink> loadsInto(TraceRef ref) {
        try {
            return loads.find(UUID.fromString(ref.id())).map(LineageTrace::loaded).stream()
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static TraceLink loaded(LoadView load) {
        return new TraceLink(
                TraceRef.of(LOAD, load.id().toString()), TraceRef.of(DATASET, load.dataset()), "loaded-into");
    }

    // What is computed over facts of modules hangs on the things behind them already.
    private List<TraceLink> ofValue(TraceRef ref) {
        int end = ref.id().indexOf(VALUE);
        String indicator = end < 0 ? ref.id() : ref.id().substring(0, end);
        return flows.links().stream()
                .filter(link -> link.to().kind() == Kind.INDICATOR
                        && link.to().id().equals(indicator)
                        && Layer.ofId(link.from().id()).isPresent())
                .map(link -> new TraceLink(TraceRef.of(DATASET, link.from().id()), ref, "computed-into"))
                .distinct()
                .toList();
    }
}
