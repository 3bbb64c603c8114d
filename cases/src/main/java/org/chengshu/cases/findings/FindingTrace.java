package org.chengshu.cases.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.TraceLink;
import org.chengshu.core.spi.TraceNode;
import org.chengshu.core.spi.TraceRef;
import org.chengshu.core.spi.TraceSource;
import org.springframework.stereotype.Component;

/** The chain from a finding to its case, and from the run that passed to the closure. */
@Component
final class FindingTrace implements TraceSource {
    private static final String FINDING = "finding";
    private static final String RUN = "quality-run";
    private static final String CASE = "case";
    private static final String CLOSURE = "closure";

    private final CaseFindings joined;
    private final CaseStore store;

    FindingTrace(CaseFindings joined, CaseStore store) {
        this.joined = joined;
        this.store = store;
    }

    @Override
    public Set<String> kinds() {
        return Set.of();
    }

    @Override
    public Optional<TraceNode> find(TraceRef ref, Viewer viewer) {
        return Optional.empty();
    }

    @Override
    public List<TraceLink> links(TraceRef ref, Viewer viewer) {
        Optional<UUID> id = id(ref);
        if (id.isEmpty()) {
            return List.of();
        }
        List<TraceLink> links = new ArrayList<>();
        switch (ref.kind()) {
            case FINDING, RUN -> joined.about(id.get()).forEach(one -> add(links, one));
            case CASE -> joined.list(new CaseId(id.get())).forEach(one -> add(links, one));
            default -> {}
        }
        if (ref.kind().equals(RUN)) {
            joined.closuresBy(id.get()).forEach(closure -> links.add(closed(id.get(), closure)));
        } else if (ref.kind().equals(CLOSURE)) {
            joined.closingRun(id.get()).ifPresent(run -> links.add(closed(run, id.get())));
        }
        links.removeIf(link -> (!link.from().equals(ref) && !link.to().equals(ref)) || !isSeen(link, viewer));
        return links;
    }

    private boolean isSeen(TraceLink link, Viewer viewer) {
        TraceRef end = link.to().kind().equals(CASE) ? link.to() : link.from();
        return !end.kind().equals(CASE)
                || store.find(new CaseId(UUID.fromString(end.id())), viewer.scope(CaseRights.READ))
                        .isPresent();
    }

    private static void add(List<TraceLink> links, JoinedFinding one) {
        TraceRef self = TraceRef.of(CASE, one.caseId().toString());
        links.add(new TraceLink(TraceRef.of(FINDING, one.finding().toString()), self, "opened"));
        if (one.proved()) {
            links.add(new TraceLink(
                    self, TraceRef.of(RUN, one.settledRun().orElseThrow().toString()), "proved-by"));
        }
    }

    private static TraceLink closed(UUID run, UUID closure) {
        return new TraceLink(TraceRef.of(RUN, run.toString()), TraceRef.of(CLOSURE, closure.toString()), "closed");
    }

    private static Optional<UUID> id(TraceRef ref) {
        try {
            return Set.of(FINDING, RUN, CASE, CLOSURE).contains(ref.kind())
                    ? Optional.of(UUID.fromString(ref.id()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
